import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const jo = as(seed.jo);
const doors = `/projects/${seed.acme.id}/doors`;
const add = async (name: string, url = "https://example.test/x") =>
  (await jo.post(doors, { name, url })).body;
const names = async () => (await jo.get(doors)).body.items.map(({ name }: Loose) => name);

test("doors stand in their order, which is only changed as it was seen", async () => {
  const design = await add("Design");
  const code = await add("", "https://code.example.test/acme");
  expect(await names()).toEqual(["Design", "code.example.test"]);
  const order = (ids: string[], expected: string[]) => jo.put(`${doors}/order`, { ids, expected });
  expect((await order([code.id, design.id], [design.id, code.id])).status).toBe(204);
  expect(await names()).toEqual(["code.example.test", "Design"]);
  expect((await order([design.id, code.id], [design.id, code.id])).status).toBe(409);
  expect((await order([code.id, code.id], [code.id, design.id])).status).toBe(400);
  expect(await names()).toEqual(["code.example.test", "Design"]);
  const seen = [code.id, design.id];
  const both = await Promise.all([order([design.id, code.id], seen), order([design.id, code.id], seen)]);
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409]);
});

test("only web addresses are doors", async () => {
  for (const url of ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "not an address"])
    expect((await jo.post(doors, { name: "Odd", url })).status).toBe(400);
});

test("a door is changed over what was seen, and comes back out of the trash to its place", async () => {
  const one = await add("Staging");
  await add("Last");
  const change = (name: string) => jo.patch(`/doors/${one.id}`, { name }, { "if-match": '"r1"' });
  expect((await change("Stage")).body).toMatchObject({ name: "Stage", url: one.url, revision: 2 });
  expect((await change("Late")).status).toBe(412);
  const before = await names();
  expect((await jo.delete(`/doors/${one.id}`)).status).toBe(204);
  expect(await names()).toEqual(before.filter((name: string) => name !== "Stage"));
  const { items } = (await as(seed.sam).get(`/trash?projectId=${seed.acme.id}`)).body;
  const gone = items.find(({ thingId }: Loose) => thingId === one.id);
  expect((await as(seed.sam).post(`/trash/${gone.id}/restore`)).status).toBe(204);
  expect(await names()).toEqual(before);
});

test("guests have no doors, and nobody has those of others", async () => {
  const one = await add("Private");
  expect((await as(seed.gil).get(doors)).status).toBe(403);
  for (const person of [seed.kim, seed.other.owner]) {
    expect((await as(person).get(doors)).status).toBe(404);
    expect((await as(person).delete(`/doors/${one.id}`)).status).toBe(404);
  }
});
