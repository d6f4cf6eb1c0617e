import { sql } from "kysely";
import { expect, test } from "vitest";
import type { Tx } from "../db/database.ts";
import { meanwhile } from "../testing/meanwhile.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as } = server;
const { sam, jo } = seed;
const project = `/projects/${seed.acme.id}`;
const { body: board } = await as(jo).get(`${project}/board`);
const columnOf = (category: string): string =>
  board.columns.find((column: { category: string }) => column.category === category).id;

async function milestone(title: string, more: object = {}): Promise<string> {
  const wanted = { title, ownerId: jo.id, clientApproval: false, ...more };
  return (await as(sam).post(`${project}/milestones`, wanted)).body.id;
}

async function card(title: string, more: object = {}): Promise<{ id: string; milestoneId: string | null }> {
  return (await as(jo).post(`${project}/cards`, { title, ...more })).body;
}

const drop = (id: string) =>
  as(sam).post(`/milestones/${id}/moves`, { expected: "draft", to: "dropped", reason: "No budget" });

const end = (id: string) => (tx: Tx) =>
  sql`update milestones set state = 'dropped' where id = ${id}`.execute(tx);

test("a card made while its milestone is being ended does not stay open in it", async () => {
  const id = await milestone("Menu printed");
  const answer = await meanwhile(server, end(id), () =>
    as(jo).post(`${project}/cards`, { title: "Fold the menus", milestoneId: id }),
  );
  expect(answer).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:milestone-closed" } });
});

test("nor do several, nor one that is given to it", async () => {
  const [first, second] = [await milestone("Tables ordered"), await milestone("Chairs ordered")];
  const several = await meanwhile(server, end(first), () =>
    as(jo).post(`${project}/cards/batch`, { titles: ["A", "B"], milestoneId: first }),
  );
  expect(several?.status).toBe(422);
  const { id } = await card("Ask for an offer");
  const given = await meanwhile(server, end(second), () =>
    as(jo).put(`/cards/${id}/milestone`, { milestoneId: second, expected: null }),
  );
  expect(given?.status).toBe(422);
});

test("nor one that is opened again", async () => {
  const id = await milestone("Oven tested");
  const { id: cardId } = await card("Bake a loaf", { milestoneId: id, columnId: columnOf("done") });
  const [done, todo] = [columnOf("done"), columnOf("todo")];
  const answer = await meanwhile(server, end(id), () =>
    as(jo).post(`/cards/${cardId}/move`, { columnId: todo, expected: { place: "board", columnId: done } }),
  );
  expect(answer).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:milestone-closed" } });
});

test("who ends a milestone hears of a card that comes in the same instant", async () => {
  const id = await milestone("Sign ordered");
  const { id: cardId } = await card("Draw the sign");
  const answer = await meanwhile(
    server,
    async (tx) => {
      await sql`select from milestones where id = ${id} for share`.execute(tx);
      await sql`update cards set milestone_id = ${id} where id = ${cardId}`.execute(tx);
    },
    () => drop(id),
  );
  expect(answer).toMatchObject({
    status: 422,
    body: { type: "urn:milepost:problem:open-cards", facts: { cards: [{ id: cardId }] } },
  });
});

test("a phase that is being ended takes no more minor milestones, and a milestone no more criteria", async () => {
  const phase = await milestone("Kitchen ready", { phase: true });
  const minor = await meanwhile(server, end(phase), () =>
    as(sam).post(`${project}/milestones`, { title: "Oven connected", parentId: phase }),
  );
  expect(minor).toMatchObject({ status: 422, body: { type: "urn:milepost:problem:milestone-closed" } });
  const id = await milestone("Shelf built");
  const criterion = await meanwhile(server, end(id), () =>
    as(sam).post(`/milestones/${id}/criteria`, { text: "It carries 20 kg" }),
  );
  expect(criterion?.status).toBe(422);
});

test("work that was signed off stays done when its column says something else or goes", async () => {
  const id = await milestone("Website live");
  const { body: column } = await as(sam).post(`${project}/columns`, { name: "Live", category: "done" });
  const signedOff = await card("Publish it", { milestoneId: id, columnId: column.id });
  const other = await card("Tidy up", { columnId: column.id });
  expect((await drop(id)).status).toBe(200);
  const ifMatch = { "if-match": `"r${column.revision}"` };
  await as(sam).patch(`/columns/${column.id}`, { category: "doing" }, ifMatch);
  const doneAt = async ({ id: cardId }: { id: string }) => (await as(jo).get(`/cards/${cardId}`)).body.doneAt;
  expect(await doneAt(signedOff)).not.toBeNull();
  expect(await doneAt(other)).toBeNull();
  await as(sam).delete(`/columns/${column.id}`, { moveTo: columnOf("todo") });
  expect(await doneAt(signedOff)).not.toBeNull();
});
