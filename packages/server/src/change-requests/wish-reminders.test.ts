import { expect, test } from "vitest";
import { remindDeciders } from "../approvals/reminders.ts";
import { askingAcme } from "../testing/approvals.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { carryOutChanges } from "./carry-out.ts";
import { remindOfWishes } from "./wish-reminders.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const people = await seedContacts(server);
const { dana } = people;
const sam = as(seed.sam);
const at = `/projects/${seed.acme.id}`;
const { easy, linkOf } = askingAcme(server, sam, people);
await easy();
const launch = (await sam.post(`${at}/milestones`, { title: "Launch", targetOn: "2026-04-30" })).body.id;

const on = (day: string, hour = "09") => {
  kit.at = new Date(`${day}T${hour}:00:00Z`);
};
const tick = async () => {
  for (let turn = 0; turn < 2; turn++) {
    await remindOfWishes(server);
    await remindDeciders(server);
  }
};
async function mails(kind: string): Promise<string[]> {
  const rows = await database.maintenance
    .selectFrom("mails")
    .select(["toEmail", "dedupe"])
    .where("kind", "=", kind)
    .orderBy("id")
    .execute();
  return rows.map(({ toEmail }) => toEmail);
}
/** Who finds it in their inbox that something waits. */
async function told(verb: string): Promise<(string | null)[]> {
  const rows = await database.maintenance
    .selectFrom("events")
    .select("actorId")
    .where("verb", "=", verb)
    .execute();
  return rows.map(({ actorId }) => actorId);
}
async function wish(title: string): Promise<Loose> {
  const phone = await signedIn(server, dana);
  await phone.post("/portal/birch/acme/ask-more", { title, words: "For our guests." });
  return (await sam.get(`${at}/change-requests`)).body.items[0];
}

test("who leads the project hears of a wish, sees it on Today, and is reminded after two and five working days", async () => {
  on("2026-03-05");
  const { id } = await wish("A map");
  expect(await mails("clientWords")).toEqual([seed.sam.email]);
  expect((await sam.get("/today")).body.wishes).toMatchObject([
    { id, title: "A map", askedBy: "Dana Reyes", project: { key: "ACME" } },
  ]);
  expect((await as(seed.jo).get("/today")).body.wishes).toEqual([]);
  on("2026-03-06");
  await tick();
  on("2026-03-08");
  await tick();
  expect(await told("changeRequest.unanswered")).toEqual([]);
  on("2026-03-09");
  await tick();
  expect(await told("changeRequest.unanswered")).toEqual([seed.sam.id]);
  on("2026-03-11");
  await tick();
  on("2026-03-12");
  await tick();
  on("2026-03-20");
  await tick();
  expect(await told("changeRequest.unanswered")).toEqual([seed.sam.id, seed.sam.id]);
});

test("an offer is reminded like every decision, and a wish that comes back is waited for anew", async () => {
  const [{ id }] = (await sam.get(`${at}/change-requests`)).body.items;
  on("2026-03-23");
  const offer = { likely: 480, milestoneId: launch, priceMinor: 0, deciderIds: [dana.id], targets: [] };
  const { body } = await sam.post(`/change-requests/${id}/quote`, { ...offer, dueOn: "2026-03-30" });
  on("2026-03-26");
  await tick();
  on("2026-03-30");
  await tick();
  expect(await mails("nudge")).toEqual([dana.email, dana.email]);
  on("2026-04-02");
  await tick();
  expect(await told("approval.escalated")).toEqual([seed.sam.id]);
  expect(await told("changeRequest.unanswered")).toHaveLength(2);
  const approval = (await sam.get(`${at}/approvals`)).body.items.find(
    ({ number }: Loose) => number === body.quote.approvalNumber,
  );
  const link = await linkOf(approval.id, dana.id);
  const words = { verdict: "changes_requested", words: "Smaller, please.", hash: approval.hash };
  expect((await browser(server).post(`${link}/changes`, words, link)).status).toBe(303);
  on("2026-04-02", "10");
  await carryOutChanges(server);
  on("2026-04-03");
  await tick();
  expect(await told("changeRequest.unanswered")).toHaveLength(2);
  on("2026-04-07");
  await tick();
  expect(await told("changeRequest.unanswered")).toHaveLength(3);
});

test("a no of the team is mailed to who asked", async () => {
  const { id } = await wish("A film");
  await sam.post(`/change-requests/${id}/decline`, { answer: "We make no films." });
  const mail = await database.maintenance
    .selectFrom("mails")
    .selectAll()
    .where("kind", "=", "answer")
    .executeTakeFirstOrThrow();
  expect([mail.toEmail, mail.subject]).toEqual([dana.email, "ACME project: Sam answered"]);
  expect(JSON.stringify(mail.data)).toContain("A film: We make no films.");
});
