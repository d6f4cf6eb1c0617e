import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { jo, sam, gil } = seed;
const project = `/projects/${seed.acme.id}`;
const make = async (title: string, more: object = {}) =>
  (await as(jo).post(`${project}/cards`, { title, ...more })).body;
const link = (cardId: string, way: string, other: { id: string }, kind = "card") =>
  as(jo).post(`/cards/${cardId}/dependencies`, { way, other: { kind, id: other.id } });
const waits = async (person = jo) => (await as(person).get(`${project}/board`)).body.waits;

test("whoever works on the project lets cards wait for each other; a circle is refused by name", async () => {
  const [draft, print] = [await make("Draft"), await make("Print", { people: [gil.id] })];
  const made = await link(print.id, "waitsFor", draft);
  expect(made).toMatchObject({
    status: 201,
    body: { kind: "FS", from: { id: draft.id }, to: { id: print.id } },
  });
  expect(await waits()).toEqual([{ card: print.id, for: draft.id, open: true }]);
  const circle = await link(print.id, "holdsUp", draft);
  expect(circle).toMatchObject({ status: 422, body: { detail: expect.stringContaining("“Draft”") } });
  expect(
    (
      await as(gil).post(`/cards/${print.id}/dependencies`, {
        way: "waitsFor",
        other: { kind: "card", id: draft.id },
      })
    ).status,
  ).toBe(403);
  // What a guest may not see they do not learn of.
  expect(await waits(gil)).toEqual([]);
  const { columns } = seed.acme;
  await as(jo).post(`/cards/${draft.id}/move`, {
    columnId: columns.done,
    expected: { columnId: draft.columnId },
  });
  expect(await waits()).toEqual([{ card: print.id, for: draft.id, open: false }]);
  expect((await as(jo).delete(`/cards/${draft.id}/dependencies/${made.body.id}`)).status).toBe(204);
  expect(await waits()).toEqual([]);
});

test("a card waits for a milestone; only its own dependencies are taken away from it", async () => {
  const { body: milestone } = await as(sam).post(`${project}/milestones`, { title: "Brief agreed" });
  const [one, other] = [await make("One"), await make("Other")];
  const { body } = await link(one.id, "waitsFor", milestone, "milestone");
  expect(await waits()).toEqual([{ card: one.id, for: milestone.id, open: true }]);
  expect((await as(jo).delete(`/cards/${other.id}/dependencies/${body.id}`)).status).toBe(404);
  const foreign = await as(seed.kim).post(`/projects/${seed.baker.id}/cards`, { title: "Theirs" });
  expect((await link(one.id, "holdsUp", foreign.body)).status).toBe(404);
});
