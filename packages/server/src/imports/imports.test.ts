import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import type { Tx } from "../db/database.ts";
import { meanwhile } from "../testing/meanwhile.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { largeBoard, rosaBoard } from "../testing/trello.ts";

const server = await testServer();
const { seed, as } = server;
const rosa = rosaBoard();
let report: Loose;
let board: Loose;

const send = (path: string, document: unknown, more: object = {}) =>
  as(seed.amara).post(path, { source: "trello", document: JSON.stringify(document), ...more });
const card = (title: string) => board.cards.find((one: Loose) => one.title === title);
const listId = (name: string) => rosa.lists.find((list: Loose) => list.name === name).id;

test("the preview says what is in the file and suggests where it goes", async () => {
  const before = (await as(seed.amara).get("/projects")).body;
  const { status, body } = await send("/imports", rosa);
  expect(status).toBe(200);
  expect((await as(seed.amara).get("/projects")).body).toEqual(before);
  expect(body.board.name).toBe("Rosa Bakery");
  expect(
    body.lists.map((list: Loose) => [
      list.name,
      list.archived,
      list.cards,
      list.archivedCards,
      list.suggestion.category,
    ]),
  ).toEqual([
    ["Ideas", false, 3, 0, "todo"],
    ["In Arbeit", false, 1, 1, "doing"],
    ["Review by client", false, 1, 0, "doing"],
    ["Erledigt", false, 1, 0, "done"],
    ["2025", true, 1, 0, "todo"],
  ]);
  expect(body.members.map((member: Loose) => member.suggestion)).toEqual([seed.jo.id, null, seed.sam.id]);
  expect(body.counts).toEqual({
    lists: 4,
    archivedLists: 1,
    cards: 6,
    archivedCards: 2,
    checklistItems: 3,
    comments: 2,
    links: 2,
  });
  const leftOut = Object.fromEntries(body.leftOut.map((one: Loose) => [one.what, one.count]));
  expect(leftOut).toEqual({
    stickers: 1,
    votes: 2,
    covers: 1,
    locations: 1,
    templates: 1,
    mirrors: 1,
    powerUps: 1,
    reminders: 1,
    itemDates: 1,
    itemPeople: 1,
    badLinks: 1,
    uploads: 1,
    orphanComments: 1,
    orphanParts: 1,
    shortened: 1,
    history: 2,
  });
});

beforeAll(async () => {
  report = (await send("/imports/run", rosa, { newProject: { clientId: seed.acme.clientId } })).body;
  board = (await as(seed.amara).get(`/projects/${report.project.id}/board`)).body;
});

test("lists become columns in Trello's order, cards keep their order, numbers, days, people and labels", () => {
  expect(report.project).toMatchObject({ name: "Rosa Bakery", isNew: true });
  expect(board.columns.map((column: Loose) => [column.name, column.category, column.wipLimit])).toEqual([
    ["Ideas", "todo", null],
    ["In Arbeit", "doing", 3],
    ["Review by client", "doing", null],
    ["Erledigt", "done", null],
  ]);
  const [ideas] = board.columns;
  const inIdeas = board.cards
    .filter((one: Loose) => one.columnId === ideas.id)
    .map((one: Loose) => one.number);
  expect(inIdeas).toEqual([1, 2, 9]);
  const brief = card("Write the brief");
  expect(brief).toMatchObject({
    startOn: "2026-03-02",
    dueOn: "2026-03-06",
    items: 3,
    itemsDone: 2,
    hasBody: true,
  });
  expect(new Set(brief.people)).toEqual(new Set([seed.jo.id, seed.sam.id]));
  const labels = Object.fromEntries(
    board.labels.map((label: Loose) => [label.id, [label.name, label.color]]),
  );
  expect(brief.labels.map((id: string) => labels[id])).toEqual([
    ["Design", "violet"],
    ["Cyan", "cyan"],
  ]);
  expect(board.labels).toHaveLength(3);
  // 22:30 UTC on 31 March is 1 April in the workspace's zone.
  expect(card("Take photos of the bakery").dueOn).toBe("2026-04-01");
});

test("a card marked complete is done, archived ones rest, and new cards get new numbers", async () => {
  const done = board.columns.find((column: Loose) => column.category === "done");
  expect(card("Write copy")).toMatchObject({ columnId: done.id, doneAt: "2026-02-20T10:00:00.000Z" });
  expect(report.notes).toEqual([expect.stringMatching(/^Cards marked complete .*: 1\.$/)]);
  const archived = await as(seed.amara).get(`/projects/${report.project.id}/cards?place=archived`);
  expect(archived.body.items.map((one: Loose) => one.title).sort()).toEqual([
    "Call the printer",
    "Old idea of last year",
  ]);
  const next = await as(seed.amara).post(`/projects/${report.project.id}/cards`, { title: "New here" });
  expect(next.body.number).toBe(10);
});

test("checklists, links, custom fields, comments and people without a match are on the card", async () => {
  const detail = (await as(seed.amara).get(`/cards/${card("Write the brief").id}`)).body;
  const said = JSON.stringify(detail);
  expect(detail.checklist.map((item: Loose) => [item.heading, item.text, item.done])).toEqual([
    ["Prepare", "Read the mails", true],
    ["Ask the client", "Budget", true],
    ["Ask the client", "Audience", false],
  ]);
  expect(detail.links.map((link: Loose) => link.url)).toEqual([
    "https://example.org/mood",
    expect.stringContaining("trello.com"),
  ]);
  for (const value of ["Rosa", "1200.5", "yes", "2026-04-01", "Web"])
    expect(said).toContain(`"value":"${value}"`);
  const photos = (await as(seed.amara).get(`/cards/${card("Take photos of the bakery").id}`)).body;
  expect(photos.body).toBe("Bring the **big** lens.\n\nOn this card in Trello: Tom Trello");
  expect(card("Take photos of the bakery").comments).toBe(2);
  const comments = await server.database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .selectFrom("comments")
      .select(["body", "importedAuthor", "authorId", "createdAt"])
      .orderBy("createdAt")
      .execute(),
  );
  expect(comments).toEqual([
    {
      body: "Which lens?",
      importedAuthor: "Jo",
      authorId: null,
      createdAt: new Date("2026-02-19T08:00:00Z"),
    },
    {
      body: "Second thoughts: *no* lens.",
      importedAuthor: "Tom Trello",
      authorId: null,
      createdAt: new Date("2026-02-21T09:30:00Z"),
    },
  ]);
});

test("run again it makes no duplicates, adds what is new and leaves edited cards alone", async () => {
  const copy = card("Redraw the logo");
  const edited = await as(seed.amara).patch(
    `/cards/${copy.id}`,
    { title: "Redraw the mark" },
    { "if-match": `"r${copy.revision}"` },
  );
  expect(edited.status).toBe(200);
  await as(seed.amara).delete(`/cards/${card("Buy the domain").id}`);
  const later = structuredClone(rosa);
  const [first] = later.cards;
  later.cards.push({ ...first, id: "65a0feedc0ffee00dead9999", idShort: 11, name: "A new card" });
  later.actions.push({ ...later.actions[0], id: "65a0feedc0ffee00dead9998" });
  const again = await send("/imports/run", later, { newProject: { name: "Another" } });
  expect(again.status).toBe(201);
  expect(again.body).toMatchObject({
    project: { id: report.project.id, isNew: false },
    already: 7,
    deleted: 1,
  });
  expect(again.body.added).toEqual({
    columns: 0,
    milestones: 0,
    labels: 0,
    customFields: 0,
    cards: 1,
    archivedCards: 0,
    checklistItems: 0,
    comments: 1,
    links: 0,
    assignments: 0,
  });
  const now = (await as(seed.amara).get(`/projects/${report.project.id}/board`)).body;
  const titles = now.cards.map((one: Loose) => one.title);
  expect(titles).toContain("Redraw the mark");
  expect(titles).not.toContain("Redraw the logo");
  expect(titles).not.toContain("Buy the domain");
  expect(now.cards.find((one: Loose) => one.title === "Take photos of the bakery").comments).toBe(3);
  const preview = await send("/imports", rosa);
  expect(preview.body.importedInto).toMatchObject({ id: report.project.id });
});

test("lists can become milestones that their cards serve, or stay behind", async () => {
  const other = { ...structuredClone(rosa), id: "65a0feedc0ffee00dead0001" };
  const lists = { [listId("In Arbeit")]: { to: "milestone" }, [listId("Review by client")]: { to: "skip" } };
  const members = { [rosa.members[1].id]: seed.kim.id };
  const { body } = await send("/imports/run", other, {
    newProject: { name: "As a plan" },
    mapping: { lists, members },
  });
  expect(body.added).toMatchObject({ milestones: 1, columns: 3, cards: 5 });
  expect(body.leftOut).toContainEqual({ what: "skippedCards", words: expect.any(String), count: 1 });
  const read = (await as(seed.amara).get(`/projects/${body.project.id}/board`)).body;
  expect(read.milestones).toMatchObject([{ title: "In Arbeit", total: 1, done: 1 }]);
  expect(read.columns.map((column: Loose) => column.category)).toEqual(["todo", "done", "doing"]);
  expect(read.cards.find((one: Loose) => one.title === "Take photos of the bakery").people).toEqual([
    seed.kim.id,
  ]);
  expect((await as(seed.kim).get(`/projects/${body.project.id}`)).status).toBe(200);
  const preview = await send("/imports", other);
  expect(preview.body.lists.map((list: Loose) => list.suggestion.to)).toEqual([
    "column",
    "milestone",
    "skip",
    "column",
    "column",
  ]);
  expect(preview.body.members[1].suggestion).toBe(seed.kim.id);
  const again = await send("/imports/run", other);
  expect(again.body.added).toMatchObject({ milestones: 0, columns: 0, cards: 0 });
});

async function drop(id: string): Promise<void> {
  const move = { to: "dropped", expected: "draft", reason: "Not needed", openCards: { to: "later" } };
  expect((await as(seed.amara).post(`/milestones/${id}/moves`, move)).status).toBe(200);
}

const end = (id: string) => (tx: Tx) =>
  sql`update milestones set state = 'dropped' where id = ${id}`.execute(tx);

test.each([
  ["is over", "65a0feedc0ffee00dead0002", false],
  ["ends in the same instant", "65a0feedc0ffee00dead0004", true],
])(
  "run again, new open cards of a list whose milestone %s stand without one, and the report says so",
  async (_what, boardId, atOnce) => {
    const other = { ...structuredClone(rosa), id: boardId };
    const [list] = rosa.lists.filter((each: Loose) => each.name === "In Arbeit");
    const mapping = { lists: { [list.id]: { to: "milestone" } } };
    const { body } = await send("/imports/run", other, { newProject: { name: "Goes on" }, mapping });
    const path = `/projects/${body.project.id}/board`;
    const [{ id }] = (await as(seed.amara).get(path)).body.milestones;
    if (!atOnce) await drop(id);
    const [first] = other.cards;
    const late = {
      ...first,
      id: boardId.replace(/.$/, "9"),
      idList: list.id,
      closed: false,
      dueComplete: false,
    };
    other.cards.push({ ...late, name: "Came later" });
    const run = () => send("/imports/run", other, { mapping });
    const again = await (atOnce ? meanwhile(server, end(id), run) : run());
    expect(again?.body.added).toMatchObject({ milestones: 0, cards: 1 });
    expect(again?.body.notes.join()).toContain("the one that their list became is over: 1.");
    const came = (await as(seed.amara).get(path)).body.cards.find((one: Loose) => one.title === "Came later");
    expect(came.milestoneId).toBeNull();
  },
);

test("2,000 cards come in at once, and a full log is told", async () => {
  const { status, body } = await send("/imports/run", largeBoard(2_000), { newProject: {} });
  expect(status).toBe(201);
  expect(body.added).toMatchObject({
    cards: 1_800,
    archivedCards: 200,
    checklistItems: 4_000,
    comments: 500,
    links: 400,
    labels: 3,
  });
  expect(body.notes[0]).toContain("last 1,000 entries");
  expect(body.notes[0]).toContain("count 2000 comments, the file holds 500");
  const read = (await as(seed.amara).get(`/projects/${body.project.id}/board`)).body;
  expect(read.cards).toHaveLength(1_800);
  const again = await send("/imports/run", largeBoard(2_000));
  expect(again.body).toMatchObject({ already: 2_000, added: { cards: 0, checklistItems: 0, comments: 0 } });
});
