import Papa from "papaparse";
import { expect, test } from "vitest";
import { carryOutChanges } from "../change-requests/carry-out.ts";
import { askingAcme } from "../testing/approvals.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana, lee } = people;
const { project, activeMilestone, ask, askWhetherDone, linkOf, easy, later } = askingAcme(
  server,
  sam,
  people,
);
await easy();

const log = async (query = "", who = sam): Promise<Loose[]> =>
  (await who.get(`${project}/decisions${query}`)).body.items;
const titled = async (title: string): Promise<Loose> => (await log()).find((one) => one.title === title);

const PROVIDER = {
  kind: "question",
  question: "Which payment provider?",
  choices: [
    { text: "Stripe", days: 0, priceMinor: 0 },
    { text: "Mollie", days: 3, priceMinor: 25_000 },
  ],
  deciders: [{ personId: dana.id }],
  dueOn: "2026-04-10",
};

async function say(id: string, more: Record<string, string | string[]>): Promise<void> {
  const { hash } = (await sam.get(`/approvals/${id}`)).body;
  expect((await browser(server).post(await linkOf(id, dana.id), { hash, ...more })).status).toBe(303);
}

test("a question waits in the log with its answers, what they do, who decides and by when", async () => {
  const { id } = (await ask(PROVIDER)).body;
  expect(await log()).toMatchObject([
    {
      kind: "question",
      title: "Which payment provider?",
      state: "open",
      outcome: null,
      options: [
        { text: "Stripe", days: 0, priceMinor: 0 },
        { text: "Mollie", days: 3, priceMinor: 25_000 },
      ],
      deciders: [{ name: "Dana Reyes" }],
      waitingFor: ["Dana Reyes"],
      askedBy: { name: "Sam" },
      dueOn: "2026-04-10",
    },
  ]);
  await say(id, { verdict: "chosen", choice: "2", words: "It takes SEPA." });
  expect(await log()).toMatchObject([
    {
      state: "decided",
      outcome: "chosen",
      choice: "Mollie",
      waitingFor: [],
      answers: [{ person: { name: "Dana Reyes" }, words: "It takes SEPA.", way: "link" }],
    },
  ]);
});

test("prices are for those who see money", async () => {
  const [forJo] = await log("", as(seed.jo));
  expect(forJo?.options).toMatchObject([
    { days: 0, priceMinor: null },
    { days: 3, priceMinor: null },
  ]);
  expect((await as(seed.jo).get(`${project}/decisions/file`)).body).not.toContain("250.00");
});

test("rounds of one approval are one entry with the earlier ones below the last", async () => {
  const first = (await askWhetherDone(await activeMilestone("Content ready"))).body;
  await say(first.id, { verdict: "changes_requested", words: "The price list is missing" });
  later(1);
  const again = await sam.post(`/approvals/${first.id}/next-round`, { changed: "The list is there" });
  expect(again.status).toBe(201);
  await say(again.body.id, { verdict: "approved" });
  const entries = await log("?kind=completion");
  expect(entries).toMatchObject([
    {
      title: "Content ready",
      number: again.body.number,
      outcome: "approved",
      milestone: { number: expect.any(Number) },
      rounds: [
        { round: 2, outcome: "approved" },
        { round: 1, outcome: "changes_requested", answers: [{ words: "The price list is missing" }] },
      ],
    },
  ]);
});

async function wish(title: string): Promise<Loose> {
  const phone = await signedIn(server, dana);
  await phone.post("/portal/birch/acme/ask-more", { title, words: "For our guests from Spain." });
  return (await sam.get(`${project}/change-requests`)).body.items[0];
}

test("a wish and the decision about its offer are one entry, from the day it was asked", async () => {
  const launch = await activeMilestone("Launch");
  const asked = await wish("A Spanish version");
  expect(await titled("A Spanish version")).toMatchObject({
    kind: "change",
    state: "open",
    number: null,
    isEstimated: false,
    askedBy: { name: "Dana Reyes" },
    question: "For our guests from Spain.",
  });
  const offer = { likely: 480, milestoneId: launch, priceMinor: 50_000, words: "", deciderIds: [dana.id] };
  expect((await sam.post(`/change-requests/${asked.id}/quote`, offer)).status).toBe(200);
  const quoted = await titled("A Spanish version");
  expect(quoted).toMatchObject({ state: "open", isEstimated: true, waitingFor: ["Dana Reyes"] });
  expect(quoted.options[0].priceMinor).toBe(50_000);
  await say(quoted.rounds[0].approvalId, { verdict: "chosen", choice: "accept", words: "Yes please" });
  // It is said at once; the plan takes it in when nothing can be taken back any more.
  expect(await titled("A Spanish version")).toMatchObject({ outcome: "accepted", planVersion: null });
  later(6);
  await carryOutChanges(server);
  expect(await titled("A Spanish version")).toMatchObject({
    state: "decided",
    outcome: "accepted",
    planVersion: expect.any(Number),
    answers: [{ person: { name: "Dana Reyes" }, verdict: "accepted", words: "Yes please" }],
  });
  expect((await log()).filter(({ title }) => title === "A Spanish version")).toHaveLength(1);
});

test("a wish that was not taken up keeps its answer", async () => {
  const { id } = await wish("A shop");
  await sam.post(`/change-requests/${id}/decline`, { answer: "Better as a project of its own." });
  expect(await titled("A shop")).toMatchObject({
    outcome: "declined",
    answers: [{ person: { name: "Sam" }, words: "Better as a project of its own." }],
  });
});

test("what was decided in a call is written down, labelled, and told to whose decision it was", async () => {
  const body = {
    question: "Who writes the texts?",
    outcome: "Rosa Bakery",
    words: "In the call on Monday: they know it.",
  };
  const answers = async () => (await sam.get(`/clients/${seed.acme.clientId}/answer-times`)).body.answers;
  const before = await answers();
  const made = await sam.post(`${project}/decisions`, { ...body, personId: dana.id });
  expect([before > 0, await answers()]).toEqual([true, before]);
  expect([made.status, made.body]).toMatchObject([
    201,
    {
      audience: "client",
      state: "decided",
      outcome: "chosen",
      choice: "Rosa Bakery",
      isRecorded: true,
      answers: [{ person: { name: "Dana Reyes" }, way: "member", through: "Sam", words: body.words }],
    },
  ]);
  const mails = await database.maintenance
    .selectFrom("mails")
    .select("kind")
    .where("personId", "=", dana.id)
    .where("subjectId", "=", made.body.id)
    .execute();
  expect(mails).toEqual([{ kind: "receipt" }]);
  const observer = await sam.post(`${project}/decisions`, { ...body, personId: lee.id });
  expect([observer.status, observer.body.type]).toEqual([422, expect.stringContaining("not-an-approver")]);
  expect((await as(seed.jo).post(`${project}/decisions`, { ...body, personId: dana.id })).status).toBe(403);
});

test("what the team decided among themselves stays with the team", async () => {
  const body = { question: "Which database?", outcome: "PostgreSQL", words: "We know it." };
  const made = await sam.post(`${project}/decisions`, { ...body, personId: seed.jo.id });
  expect([made.status, made.body.audience]).toEqual([201, "team"]);
  const events = await database.maintenance
    .selectFrom("events")
    .select("audience")
    .where("subjectId", "=", made.body.id)
    .execute();
  expect(new Set(events.map(({ audience }) => audience))).toEqual(new Set(["team"]));
  for (const person of [dana, lee]) {
    const phone = await signedIn(server, person);
    expect((await phone.get("/portal/birch/acme/decisions")).body).not.toContain("Which database?");
    expect((await phone.get(`/portal/birch/acme/decisions/${made.body.number}`)).status).toBe(404);
  }
  const stranger = await sam.post(`${project}/decisions`, { ...body, personId: seed.kim.id });
  expect([stranger.status, stranger.body.type]).toEqual([422, expect.stringContaining("not-a-member")]);
});

test("it is narrowed by kind, state, person and words, and read page by page", async () => {
  await ask({ ...PROVIDER, question: "Which font?" });
  expect((await log("?state=open")).map(({ title }) => title)).toEqual(["Which font?"]);
  expect((await log("?kind=change&state=decided")).map(({ title }) => title)).toEqual([
    "A shop",
    "A Spanish version",
  ]);
  expect((await log(`?personId=${seed.jo.id}`)).map(({ title }) => title)).toEqual(["Which database?"]);
  expect((await log("?q=sepa%20provider")).map(({ title }) => title)).toEqual(["Which payment provider?"]);
  const all = await log();
  expect(all[0]?.title).toBe("Which font?");
  const pages: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const { body }: Loose = await sam.get(
      `${project}/decisions?limit=2${cursor === "" ? "" : `&cursor=${cursor}`}`,
    );
    pages.push(...body.items.map(({ id }: Loose) => id));
    cursor = body.nextCursor;
  }
  expect(pages).toEqual(all.map(({ id }) => id));
});

test("as a file it has one line a decision, and no cell is a formula", async () => {
  await ask({ ...PROVIDER, question: "=1+1?" });
  const { headers, body } = await sam.get(`${project}/decisions/file`);
  expect(headers["content-type"]).toContain("text/csv");
  expect(String(body)).toContain("'=1+1?");
  const [head = [], ...rows] = Papa.parse<string[]>(String(body), { skipEmptyLines: true }).data;
  const line = rows.find((row) => row[head.indexOf("title")] === "Which payment provider?") ?? [];
  const cell = (name: string) => line[head.indexOf(name)];
  expect([cell("choice"), cell("decided_by"), cell("why")]).toEqual([
    "Mollie",
    "Dana Reyes",
    "It takes SEPA.",
  ]);
  expect(cell("options")).toContain("Mollie (3 working days, 250.00 EUR)");
  expect(rows).toHaveLength((await log()).length);
});

test("guests, other teams and clients find nothing", async () => {
  expect((await as(seed.gil).get(`${project}/decisions`)).status).toBe(403);
  expect((await as(seed.kim).get(`${project}/decisions`)).status).toBe(404);
  const phone = await signedIn(server, dana);
  expect((await phone.get(`/api/v1${project}/decisions`)).status).toBe(401);
});
