import { expect, test } from "vitest";
import { testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const acme = seed.acme.id;

test("a member takes back what they deleted themselves, and nothing else", async () => {
  const card = async (title: string) => {
    const body = { title, columnId: seed.acme.columns.todo };
    return (await as(seed.jo).post(`/projects/${acme}/cards`, body)).body.id;
  };
  const own = await card("Deleted by Jo");
  const other = await card("Deleted by Sam");
  expect((await as(seed.jo).delete(`/cards/${own}`)).status).toBe(204);
  expect((await as(seed.sam).delete(`/cards/${other}`)).status).toBe(204);

  const all = (await as(seed.sam).get(`/trash?projectId=${acme}`)).body.items;
  const theirs = (await as(seed.jo).get(`/trash?projectId=${acme}`)).body.items;
  expect(all.map((item: { thingId: string }) => item.thingId).toSorted()).toEqual([own, other].toSorted());
  expect(theirs).toMatchObject([{ thingId: own }]);

  const idOf = (thing: string) => all.find((item: { thingId: string }) => item.thingId === thing).id;
  expect((await as(seed.jo).post(`/trash/${idOf(other)}/restore`)).status).toBe(403);
  expect((await as(seed.jo).post(`/trash/${idOf(own)}/restore`)).status).toBe(204);
  expect((await as(seed.jo).get(`/cards/${own}`)).status).toBe(200);
  const told = (await as(seed.jo).get(`/events?subjectId=${own}`)).body.items;
  const title = "Deleted by Jo";
  expect(told).toMatchObject([
    { verb: "card.restored", data: { title } },
    { verb: "card.deleted", data: { title } },
    { verb: "card.created" },
  ]);
});
