import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { askingAcme } from "../testing/approvals.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana, lee, mira } = people;
const { project, ask, linkOf, easy } = askingAcme(server, sam, people);
await easy();
const at = "/portal/birch/acme/decisions";

const readBy = async (person: typeof dana, query = ""): Promise<string> =>
  (await (await signedIn(server, person)).get(`${at}${query}`)).body;
const plain = (body: string) => body.replaceAll(/<!-- -->|&#x27;/g, "");

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

test("a client without decisions reads so, and where to ask for more", async () => {
  const body = await readBy(dana);
  expect(body).toContain("Nothing waits for a decision.");
  expect(body).toContain("/portal/birch/acme/ask-more");
  expect(body).not.toContain("<select");
});

test("a question is chosen with a reason, and everybody of the client reads both", async () => {
  const { id } = (await ask(PROVIDER)).body;
  expect(plain(await readBy(dana))).toContain("Review and decide");
  const forLee = plain(await readBy(lee));
  expect(forLee).toContain("Waiting for Dana Reyes · Please by Fri 10 Apr");
  expect(forLee).toContain("Mollie (3 working days later · + €250)");
  expect(forLee).not.toContain("Review and decide");
  const link = await linkOf(id, dana.id);
  const page = await browser(server).get(link);
  expect(page.body).toContain("Why this one");
  const { hash } = (await sam.get(`/approvals/${id}`)).body;
  const said = { verdict: "chosen", choice: "2", words: "It takes SEPA.", hash };
  expect((await browser(server).post(link, said)).status).toBe(303);
  const after = plain(await readBy(lee));
  expect(after).toMatch(/<span>Mollie<\/span>[\s\S]*<strong>Dana Reyes · <\/strong>/);
  expect(after).toContain("It takes SEPA.");
  expect(after).not.toContain("Waiting for");
});

test("a wish stands there from the day it was asked, with whose turn it is", async () => {
  const phone = await signedIn(server, dana);
  await phone.post("/portal/birch/acme/ask-more", { title: "A Spanish version", words: "For guests" });
  const body = plain(await readBy(lee));
  expect(body).toMatch(/A Spanish version[\s\S]*Asked \w{3} \d+ \w{3} by Dana Reyes/);
  expect(body).toContain("The team is working out days and price.");
  await sam.post(
    `/change-requests/${(await sam.get(`${project}/change-requests`)).body.items[0].id}/decline`,
    {
      answer: "Better next year.",
    },
  );
  const answered = plain(await readBy(lee));
  expect(answered).toMatch(/<span>not done<\/span>[\s\S]*<strong>Sam · <\/strong>/);
  expect(answered).toContain("Better next year.");
});

test("what was written down on their behalf says that nobody signed it", async () => {
  await sam.post(`${project}/decisions`, {
    question: "Who writes the texts?",
    outcome: "Rosa Bakery",
    words: "In the call on Monday.",
    personId: dana.id,
  });
  const body = plain(await readBy(lee));
  expect(body).toMatch(/<span>Rosa Bakery<\/span>[\s\S]*<strong>Dana Reyes · <\/strong>/);
  expect(body).toContain("Written down by Sam, on their behalf; nobody signed it here.");
});

test("nobody of another client finds it, and a member looks as a client would", async () => {
  expect((await (await signedIn(server, mira)).get(at)).status).toBe(404);
  const { body } = await browser(server, seed.sam.cookie).get(`${at}?as=${dana.id}`);
  expect(body).toContain("Which payment provider?");
});

test("in German it is German", async () => {
  const german = (language: string) =>
    database.maintenance.updateTable("persons").set({ language }).where("id", "=", lee.id).execute();
  await german("de");
  const body = plain(await readBy(lee));
  for (const text of ["Entscheidungen", "Frage · Gefragt", "in ihrem Namen", "wird nicht gemacht"])
    expect(body).toContain(text);
  await german("en");
});

test("U6: two hundred decisions weigh less than 100 KB a page, and links and a form narrow them", async () => {
  await manyRecorded(200);
  const first = await readBy(dana);
  expect(Buffer.byteLength(first)).toBeLessThanOrEqual(100 * 1024);
  expect(first).toContain("/decisions?page=2");
  const last = await readBy(dana, "?page=9");
  expect(last).toContain("Which payment provider?");
  const wishes = await readBy(dana, "?kind=change&state=decided");
  expect(wishes).toContain("A Spanish version");
  expect(wishes).not.toContain("Which payment provider?");
  expect(wishes).toMatch(/<option value="change" selected/);
  expect(await readBy(dana, "?kind=question&page=2")).toContain("kind=question&amp;page=1");
  expect(plain(await readBy(dana, "?state=open"))).toContain("Nothing like that.");
});

const LONG = "A decision whose question is as long as nobody should ever have to read it on a phone ".repeat(
  2,
);

async function manyRecorded(count: number): Promise<void> {
  const { workspaceId } = seed;
  await database.inWorkspace(workspaceId, async (tx) => {
    for (let n = 0; n < count; n++) {
      const approvalId = newId();
      const day = new Date(kit.at.getTime() + n * 60_000);
      const none = { milestoneId: null, publicationId: null, planVersionId: null, earlierId: null };
      const open = { supersededAt: null, cancelledAt: null, acceptanceDays: null, acceptanceThen: null };
      await tx
        .insertInto("approvals")
        .values({
          ...{ ...none, ...open, workspaceId, id: approvalId, projectId: seed.acme.id, askedBy: seed.sam.id },
          ...{
            number: 1_000 + n,
            kind: "question",
            title: `${n} ${LONG}`,
            question: `${n} ${LONG}`,
            rule: "any",
          },
          ...{ choices: JSON.stringify(PROVIDER.choices.map((each, i) => ({ ...each, id: String(i + 1) }))) },
          ...{ dueOn: null, opensAt: day, outcome: "chosen", outcomeAt: day },
        })
        .execute();
      await tx
        .insertInto("approvalPeople")
        .values({
          workspaceId,
          approvalId,
          personId: dana.id,
          delegateId: null,
          askedBy: seed.sam.id,
          position: 0,
        })
        .execute();
      await tx
        .insertInto("decisions")
        .values({
          ...{ workspaceId, id: newId(), approvalId, personId: dana.id, decidedBy: null, handedOverBy: null },
          ...{
            linkId: null,
            attempt: 1,
            verdict: "chosen",
            choice: "1",
            words: LONG,
            shownHash: "0".repeat(64),
          },
          ...{ way: "link", at: day },
        })
        .execute();
    }
  });
  kit.at = new Date(kit.at.getTime() + count * 60_000);
}
