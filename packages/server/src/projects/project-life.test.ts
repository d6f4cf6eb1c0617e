import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, kit } = server;
const acme = `/projects/${seed.acme.id}`;
const stateOf = async () => (await as(seed.amara).get(acme)).body;

test("a project with a client is proposed before it is agreed", async () => {
  const go = async (state: string) =>
    as(seed.sam).patch(acme, { state }, { "if-match": `r${(await stateOf()).revision}` });
  expect(await go("agreed")).toMatchObject({
    status: 422,
    body: { type: "urn:milepost:problem:client-not-asked" },
  });
  for (const state of ["proposed", "agreed", "active"]) expect((await go(state)).body.state).toBe(state);
});

test("pause and archive are steps with a way back", async () => {
  expect((await as(seed.sam).post(`${acme}/pause`)).body.pausedAt).toBe(kit.at.toISOString());
  expect((await as(seed.sam).post(`${acme}/resume`)).body.pausedAt).toBeNull();
  expect((await as(seed.jo).post(`${acme}/archive`)).status).toBe(403);
  expect((await as(seed.sam).post(`${acme}/archive`)).body.archivedAt).not.toBeNull();
  expect((await as(seed.sam).get("/projects")).body.items).toEqual([]);
  const back = (await as(seed.sam).post(`${acme}/unarchive`)).body;
  expect([back.archivedAt, back.pausedAt]).toEqual([null, kit.at.toISOString()]);
  await as(seed.sam).post(`${acme}/resume`);
});

test("a deleted project is nowhere, and comes back within 30 days", async () => {
  expect((await as(seed.sam).delete(acme)).status).toBe(403);
  expect((await as(seed.ada).delete(acme)).status).toBe(204);
  expect((await as(seed.sam).get(acme)).status).toBe(404);
  const { items } = (await as(seed.ada).get("/trash")).body;
  expect(items).toMatchObject([{ kind: "project", thingId: seed.acme.id, deletedBy: seed.ada.id }]);
  expect((await as(seed.sam).get("/trash")).body.items).toEqual([]);
  expect((await as(seed.sam).post(`/trash/${items[0].id}/restore`)).status).toBe(404);
  expect((await as(seed.other.owner).post(`/trash/${items[0].id}/restore`)).status).toBe(404);
  expect((await as(seed.ada).post(`/trash/${items[0].id}/restore`)).status).toBe(204);
  expect((await as(seed.sam).get(acme)).status).toBe(200);
});

test("after 30 days it is too late", async () => {
  await as(seed.ada).delete(`/projects/${seed.baker.id}`);
  const { items } = (await as(seed.ada).get("/trash")).body;
  kit.at = new Date(kit.at.getTime() + 31 * 86_400_000);
  expect((await as(seed.ada).post(`/trash/${items[0].id}/restore`)).status).toBe(410);
  expect((await as(seed.ada).get("/trash")).body.items).toEqual([]);
});
