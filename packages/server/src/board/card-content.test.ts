import { expect, test } from "vitest";
import { upload } from "../testing/multipart.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { COPY_PARTS } from "./card-copy.ts";

const server = await testServer();
const { seed, as } = server;
const { acme } = seed;
const jo = as(seed.jo);
const detail = async (id: string): Promise<Loose> => (await jo.get(`/cards/${id}`)).body;
const copy = (id: string, parts: readonly string[], more: object = {}) =>
  jo.post(`/cards/${id}/copy`, { parts, ...more });

/** A card with something of everything that a card can hold. */
async function fullCard(): Promise<Loose> {
  const label = (await jo.post(`/projects/${acme.id}/labels`, { name: "Design", color: "teal" })).body;
  const card = (
    await jo.post(`/projects/${acme.id}/cards`, {
      title: "Home page",
      body: "# What\nA page",
      people: [seed.jo.id, seed.sam.id],
      labels: [label.id],
      priority: 2,
      low: 60,
      likely: 120,
      high: 600,
      startOn: "2026-03-03",
      dueOn: "2026-03-06",
    })
  ).body;
  const field = { workspaceId: seed.workspaceId, projectId: acme.id, name: "Colour", kind: "text" };
  const fieldId = crypto.randomUUID();
  await server.database.inWorkspace(seed.workspaceId, (tx) =>
    tx
      .insertInto("customFields")
      .values({ ...field, id: fieldId })
      .execute(),
  );
  const at = `/cards/${card.id}`;
  const answers = [
    await jo.put(`${at}/values/${fieldId}`, { value: "Green" }),
    await jo.post(`${at}/items`, { heading: "Before", texts: ["Draft", "Ask"] }),
    await jo.post(`${at}/links`, { title: "Sketch", url: "https://example.test/sketch" }),
    await jo.post("/comments", { subject: { kind: "card", id: card.id }, body: "Looks good" }),
    await upload(server, seed.jo, {
      fields: { subjectKind: "card", subjectId: card.id },
      name: "a.txt",
      bytes: "abc",
    }),
  ];
  expect(answers.filter(({ status }) => status > 299)).toEqual([]);
  const first = (await detail(card.id)).checklist[0];
  await jo.post(`/items/${first.id}/tick`, { done: true, expected: false });
  return detail(card.id);
}

const words = ({ checklist }: Loose) => checklist.map(({ heading, text }: Loose) => [heading, text]);
const urls = ({ links }: Loose) => links.map(({ title, url }: Loose) => [title, url]);

/** What stands for each part that the dialog lists. */
const SHOWN: Record<string, (card: Loose) => unknown> = {
  checklist: words,
  people: ({ people }) => [...people].sort(),
  labels: ({ labels }) => labels,
  dates: ({ startOn, dueOn }) => [startOn, dueOn],
  links: urls,
  files: ({ files }) => files,
  comments: ({ comments }) => comments,
};
const NOTHING: Record<string, unknown> = {
  ...{ checklist: [], people: [], labels: [], dates: [null, null], links: [], files: 0, comments: 0 },
};
const ALWAYS = [
  "projectId",
  "title",
  "body",
  "columnId",
  "place",
  "milestoneId",
  "priority",
  "low",
  "likely",
  "high",
  "values",
];
const BY_PART = [
  "checklist",
  "items",
  "people",
  "labels",
  "startOn",
  "dueOn",
  "links",
  "files",
  "comments",
  "hasBody",
];
/** What is the copy's own: it begins open, unticked, unblocked and for the team. */
const OWN = [
  ...[
    "id",
    "number",
    "ref",
    "position",
    "revision",
    "createdAt",
    "touchedAt",
    "startedAt",
    "doneAt",
    "archivedAt",
  ],
  ...["blocked", "blockedReason", "blockedByClient", "audience", "estimates", "dependencies", "itemsDone"],
  ...["coverFileId", "coverVersion", "watchers"],
];

test("R22: a copy has exactly what the list of its dialog names, and every field of a card is on one of the lists", async () => {
  const card = await fullCard();
  expect(Object.keys(card).filter((key) => ![...ALWAYS, ...BY_PART, ...OWN].includes(key))).toEqual([]);
  for (const part of [null, ...COPY_PARTS]) {
    const made = await copy(card.id, part ? [part] : []);
    expect(made.status).toBe(201);
    const copied = await detail(made.body.card.id);
    for (const field of ALWAYS) expect([field, copied[field]]).toEqual([field, card[field]]);
    for (const each of COPY_PARTS)
      expect([part, each, SHOWN[each]?.(copied)]).toEqual([
        part,
        each,
        part === each ? SHOWN[each]?.(card) : NOTHING[each],
      ]);
  }
  const whole = await detail((await copy(card.id, COPY_PARTS)).body.card.id);
  for (const part of COPY_PARTS) expect(SHOWN[part]?.(whole)).toEqual(SHOWN[part]?.(card));
  expect(whole).toMatchObject({ items: 2, itemsDone: 0, doneAt: null, audience: "team" });
  expect((await jo.get(`/comments?subject=card:${whole.id}`)).body.items).toMatchObject([
    { body: "Looks good", authorId: seed.jo.id },
  ]);
  const [file] = (await jo.get(`/files?subject=card:${whole.id}`)).body.items;
  const content = await jo.get(`/files/${file.id}/versions/1/content`);
  expect(content.status).toBe(200);
});

test("a copy stands below its card or at the end of another column, and is numbered by itself", async () => {
  const first = (await jo.post(`/projects/${acme.id}/cards`, { title: "First" })).body;
  await jo.post(`/projects/${acme.id}/cards`, { title: "Last" });
  const below = (await copy(first.id, [], { title: "Beside" })).body.card;
  const away = (await copy(first.id, [], { columnId: acme.columns.done })).body.card;
  expect(away).toMatchObject({ columnId: acme.columns.done, title: "First" });
  expect(away.doneAt).not.toBeNull();
  const { cards } = (await jo.get(`/projects/${acme.id}/board`)).body;
  const titles = cards
    .filter(({ columnId }: Loose) => columnId === acme.columns.todo)
    .map(({ title }: Loose) => title);
  expect(titles.slice(-3)).toEqual(["First", "Beside", "Last"]);
  expect(away.number).toBe(below.number + 1);
});

test("who is gone from the project stays out of a copy, and the answer says so", async () => {
  const card = (await jo.post(`/projects/${acme.id}/cards`, { title: "Shared", people: [seed.sam.id] })).body;
  await server.database.inWorkspace(seed.workspaceId, (tx) =>
    tx.updateTable("members").set({ status: "removed" }).where("personId", "=", seed.sam.id).execute(),
  );
  const made = (await copy(card.id, ["people"])).body;
  expect(made).toMatchObject({ leftOut: ["people"], card: { people: [] } });
});

test("guests and people of other projects copy nothing", async () => {
  const card = (await jo.post(`/projects/${acme.id}/cards`, { title: "Ours", people: [seed.gil.id] })).body;
  expect((await as(seed.gil).post(`/cards/${card.id}/copy`, { parts: [] })).status).toBe(403);
  expect((await as(seed.kim).post(`/cards/${card.id}/copy`, { parts: [] })).status).toBe(404);
});

test("a card that holds more than anybody writes is copied whole, and can be made again and again", async () => {
  const card = (await jo.post(`/projects/${acme.id}/cards`, { title: "From elsewhere", dueOn: "2199-12-30" }))
    .body;
  const field = async (name: string, kind: string, choices: string[] = []): Promise<string> =>
    (await jo.post(`/projects/${acme.id}/fields`, { name, kind, choices })).body.id;
  const [blank, color, gone] = [
    await field("Blank", "text"),
    await field("Paper", "choice"),
    await field("Old", "text"),
  ];
  await server.database.inWorkspace(seed.workspaceId, async (tx) => {
    const of = { workspaceId: seed.workspaceId, cardId: card.id };
    const ids = (count: number) => Array.from({ length: count }, () => crypto.randomUUID());
    const items = ids(600).map((id, n) => ({
      ...of,
      id,
      heading: "h".repeat(240),
      text: "t".repeat(500),
      position: `a${String(n).padStart(4, "0")}`,
      doneAt: null,
      doneBy: null,
    }));
    const links = ids(60).map((id) => ({ ...of, id, title: "Plan", url: "https://example.test/plan" }));
    const labels = ids(60).map((id, n) => ({
      workspaceId: seed.workspaceId,
      id,
      projectId: acme.id,
      position: `a${n}`,
      name: `Mark ${n}`,
      color: "teal",
    }));
    await tx.insertInto("checklistItems").values(items).execute();
    await tx.insertInto("cardLinks").values(links).execute();
    await tx.insertInto("labels").values(labels).execute();
    await tx
      .insertInto("cardLabels")
      .values(labels.map(({ id: labelId }) => ({ ...of, labelId })))
      .execute();
    await tx
      .insertInto("cardValues")
      .values([
        { ...of, fieldId: blank, value: "  " },
        { ...of, fieldId: color, value: "Offered no more" },
        { ...of, fieldId: gone, value: "Gone" },
      ])
      .execute();
  });
  expect((await jo.delete(`/fields/${gone}`)).status).toBe(204);
  const whole = await copy(card.id, COPY_PARTS);
  expect([whole.status, whole.body.detail, whole.body.leftOut]).toEqual([201, undefined, []]);
  const copied = await detail(whole.body.card.id);
  expect([copied.checklist.length, copied.links.length, copied.labels.length, copied.dueOn]).toEqual([
    600,
    60,
    60,
    "2199-12-30",
  ]);
  expect(copied.values.flatMap(({ value }: Loose) => value ?? []).sort()).toEqual(["  ", "Offered no more"]);
  const content = await jo.get(`/cards/${card.id}/content`);
  expect(content.body.values).toEqual([{ fieldId: blank, value: "  " }]);
  const rhythm = { cadence: "workdays", everyDays: null, startsOn: "2026-03-02", at: "09:00", endsOn: null };
  const again = { content: content.body, columnId: null, ...rhythm, paused: false };
  const made = await jo.post(`/projects/${acme.id}/recurring-cards`, again);
  expect([made.status, made.body.detail]).toEqual([201, undefined]);
});
