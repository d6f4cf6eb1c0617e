import { beforeEach, expect, test } from "vitest";
import { privateParts } from "../mail/letters.ts";
import { mailOf } from "../mail/mails.ts";
import { findByToken } from "../portal/person-links.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { tellPublications } from "./tell-publications.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
const make = async (path: string, body: object): Promise<Loose> => (await sam.post(path, body)).body;

const dana = await contact("Dana", "en");
const lee = await contact("Lee", "de");
const design = await make(`${project}/milestones`, {
  title: "Design approved",
  targetOn: "2026-04-30",
  audience: "client",
});

beforeEach(() => {
  kit.at = new Date(kit.at.getTime() + 3 * 86_400_000);
});

async function contact(name: string, language: string): Promise<string> {
  const email = `${name.toLowerCase()}@client.test`;
  const { body } = await as(seed.amara).post("/contacts", {
    name,
    email,
    language,
    clientId: seed.acme.clientId,
  });
  await sam.put(`${project}/contacts/${body.personId}`, { role: "observer" });
  return body.personId;
}

async function publish(clientText: string): Promise<Loose> {
  const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
  const words = { clientText, teamText: "ZEBRA for the team", expectedHash: hash, expectedLast: last };
  return make(`${project}/publications`, words);
}

async function moveTo(targetOn: string): Promise<void> {
  const { startOn, targetOn: before } = (await sam.get(`/milestones/${design.id}`)).body;
  const expected = { startOn, targetOn: before };
  await sam.post(`/milestones/${design.id}/date-change`, { targetOn, expected, reason: "ZEBRA reason" });
}

async function tell(): Promise<void> {
  kit.at = new Date(kit.at.getTime() + 120_000);
  await tellPublications({ kit, database });
}

const mails = async (personId: string) =>
  database.maintenance
    .selectFrom("mails")
    .selectAll()
    .where("personId", "=", personId)
    .orderBy("id")
    .execute();
const shown = async () =>
  (await as(seed.amara).get("/mails")).body.items.filter(({ kind }: Loose) => kind === "publication");

test("each contact gets one mail in their language when the two minutes are over, and none before or twice", async () => {
  await publish("");
  await tellPublications({ kit, database });
  expect(await mails(dana)).toEqual([]);
  kit.at = new Date(kit.at.getTime() + 120_000);
  await Promise.all([1, 2, 3].map(() => tellPublications({ kit, database })));
  const [english, ...more] = await mails(dana);
  expect([english?.subject, more]).toEqual(["ACME project: The plan is here", []]);
  expect((await mails(lee)).map(({ subject }) => subject)).toEqual(["ACME project: Der Plan ist da"]);
  const texts = (await shown()).map(({ text }: Loose) => text).join("\n");
  expect(texts).toContain("Here is our plan with 1 milestone.");
  expect(texts).toContain("Hier ist unser Plan mit 1 Meilenstein.");
  expect(texts).toContain("M1 Design approved: Do, 30. Apr");
  expect(texts).not.toContain("ZEBRA");
});

test("its button opens that person's page, and the team never sees the link", async () => {
  const [mail] = await mails(dana);
  const { address } = privateParts(kit, mailOf(mail ?? { kind: "", data: {} }));
  const found = await findByToken({ kit, database }, "home", address?.split("/h/")[1] ?? "");
  expect(found).toMatchObject({ state: "open", person: { id: dana } });
  expect(JSON.stringify(await shown())).not.toContain("/h/");
});

test("what was taken back is never mailed", async () => {
  await moveTo("2026-05-08");
  const before = (await mails(dana)).length;
  const { id } = await publish("We moved it.");
  expect((await sam.post(`/publications/${id}/withdraw`)).status).toBe(204);
  await tell();
  expect(await mails(dana)).toHaveLength(before);
});

test("a day has one mail: what is published later waits for the next morning, all of it in one", async () => {
  const count = (await mails(dana)).length;
  await publish("Nothing new this week.");
  await tell();
  await publish("Rosa has the texts.");
  await tell();
  await moveTo("2026-05-15");
  await publish("- Design takes a week more.\n- Rosa has the texts.");
  await tell();
  const [today, tomorrow, ...more] = (await mails(dana)).slice(count);
  expect([today?.subject, tomorrow?.subject, more]).toEqual([
    "ACME project: The plan has changed",
    "ACME project: The plan has changed",
    [],
  ]);
  const morning = new Date(kit.at.getTime() + 86_400_000).toISOString().slice(0, 10);
  expect(tomorrow?.nextTryAt.toISOString()).toBe(`${morning}T07:00:00.000Z`);
  const { text } = (await shown()).find(({ id }: Loose) => id === tomorrow?.id);
  expect(text).not.toContain("Nothing new this week.");
  expect(text.match(/Rosa has the texts\./g)).toHaveLength(1);
  expect(text).toContain("Design takes a week more.");
});

test("who is asked about the plan by a mail of its own gets no second one", async () => {
  const { hash, last } = (await sam.get(`${project}/publication-preview`)).body;
  await moveTo("2026-05-22");
  const preview = (await sam.get(`${project}/publication-preview`)).body;
  const answer = await sam.post(`${project}/input-rounds`, {
    personIds: [dana],
    deadlineOn: "2026-05-29",
    words: "What do you think?",
    gapsReason: "We begin with this",
    clientText: "A first look.",
    expectedHash: preview.hash,
    expectedLast: preview.last,
  });
  expect([hash === preview.hash, last, answer.status]).toEqual([false, preview.last, 201]);
  await tell();
  const kinds = async (personId: string) => (await mails(personId)).map(({ kind }) => kind).slice(-1);
  expect([await kinds(dana), await kinds(lee)]).toEqual([["input"], ["publication"]]);
});

test("who has no part in the project any more is told nothing", async () => {
  await sam.delete(`${project}/contacts/${lee}`);
  const before = (await mails(lee)).length;
  await publish("Still here.");
  await tell();
  expect(await mails(lee)).toHaveLength(before);
});
