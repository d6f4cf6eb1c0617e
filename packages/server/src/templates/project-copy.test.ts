import { expect, test } from "vitest";
import { type Loose, testServer } from "../testing/server.ts";

const { seed, as } = await testServer();
const { acme } = seed;
const { todo, done } = acme.columns;
const [amara, sam, jo] = [as(seed.amara), as(seed.sam), as(seed.jo)];

const milestone = (await sam.post(`/projects/${acme.id}/milestones`, { title: "Pages" })).body.id;
const label = (await jo.post(`/projects/${acme.id}/labels`, { name: "Design", color: "teal" })).body.id;
const field = (
  await sam.post(`/projects/${acme.id}/fields`, { name: "Colour", kind: "choice", choices: ["Red", "Blue"] })
).body.id;
await sam.post(`/projects/${acme.id}/columns`, {
  name: "Check",
  category: "doing",
  wipLimit: 3,
  before: done,
});
const full = (
  await jo.post(`/projects/${acme.id}/cards`, {
    title: "Full",
    columnId: todo,
    body: "# What",
    milestoneId: milestone,
    people: [seed.jo.id],
    labels: [label],
    dueOn: "2026-06-12",
  })
).body;
await jo.post(`/cards/${full.id}/items`, { texts: ["Draft"] });
await jo.put(`/cards/${full.id}/values/${field}`, { value: "Red" });
await jo.post("/comments", { subject: { kind: "card", id: full.id }, body: "Between us" });
await jo.post(`/projects/${acme.id}/cards`, { title: "Finished", columnId: done });
await jo.post(`/projects/${acme.id}/recurring-cards`, {
  content: { title: "Water the plants", labels: [label], milestoneId: milestone },
  columnId: todo,
  cadence: "weekly",
  everyDays: null,
  startsOn: "2026-05-04",
  at: "09:00",
  endsOn: null,
  paused: false,
});
const boardOf = async (id: string): Promise<Loose> => (await amara.get(`/projects/${id}/board`)).body;
const copy = (body: object, who = amara) => who.post(`/projects/${acme.id}/copy`, body);

test("a board is copied into a project of its own, and nothing of the client, the plan or what was said", async () => {
  const { body, status } = await copy({
    name: "Acme again",
    key: "AGAIN",
    team: true,
    routines: true,
    cards: "open",
    parts: ["checklist", "people", "dates"],
  });
  expect(status).toBe(201);
  expect(body.project).toMatchObject({
    name: "Acme again",
    key: "AGAIN",
    clientId: null,
    leadId: seed.amara.id,
  });
  const board = await boardOf(body.project.id);
  expect(board.columns.map(({ name, wipLimit }: Loose) => [name, wipLimit])).toEqual([
    ["To do", null],
    ["Doing", null],
    ["Check", 3],
    ["Done", null],
  ]);
  expect(board.labels).toMatchObject([{ name: "Design", color: "teal" }]);
  expect(board.fields).toMatchObject([{ name: "Colour", kind: "choice", choices: ["Red", "Blue"] }]);
  expect(board.milestones).toEqual([]);
  expect(board.cards.map(({ title }: Loose) => title)).toEqual(["Full"]);
  const card = (await amara.get(`/cards/${board.cards[0].id}`)).body;
  expect(card).toMatchObject({
    number: 1,
    milestoneId: null,
    people: [seed.jo.id],
    labels: [board.labels[0].id],
    dueOn: "2026-06-12",
    comments: 0,
    items: 1,
    values: [{ fieldId: board.fields[0].id, value: "Red" }],
  });
  const routines = (await amara.get(`/projects/${body.project.id}/recurring-cards`)).body.items;
  expect(routines).toMatchObject([
    {
      paused: true,
      columnId: board.columns[0].id,
      content: { labels: [board.labels[0].id], milestoneId: null },
    },
  ]);
  const members = (await amara.get(`/projects/${body.project.id}/members`)).body.items;
  expect(members.map(({ personId }: Loose) => personId)).toContain(seed.jo.id);
  expect((await boardOf(acme.id)).cards).toHaveLength(2);
});

test("only the board's shape comes along unless more is asked for, and people who are not on the project stay out", async () => {
  const bare = (await copy({ name: "Bare" })).body;
  const board = await boardOf(bare.project.id);
  expect([board.cards, board.labels.length, board.fields.length]).toEqual([[], 1, 1]);
  expect((await jo.get(`/projects/${bare.project.id}/board`)).status).toBe(404);
  const alone = (await copy({ name: "Alone", cards: "all", parts: ["people"] })).body;
  expect(alone.leftOut).toEqual(["people"]);
  expect((await boardOf(alone.project.id)).cards.map(({ title }: Loose) => title)).toEqual([
    "Full",
    "Finished",
  ]);
});

test("R23: the copy goes into the trash as a whole, and a key that is taken says so", async () => {
  const before = await boardOf(acme.id);
  const { body } = await copy({ name: "Again", cards: "all" });
  expect((await amara.delete(`/projects/${body.project.id}`)).status).toBe(204);
  expect((await amara.get(`/projects/${body.project.id}/board`)).status).toBe(404);
  expect(await boardOf(acme.id)).toEqual(before);
  expect((await copy({ name: "Taken", key: "AGAIN" })).status).toBe(409);
  expect((await copy({ name: "Not mine" }, sam)).status).toBe(403);
});
