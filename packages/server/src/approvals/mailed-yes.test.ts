import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { mailOf } from "../mail/mails.ts";
import { takeIn } from "../replies/replies.ts";
import { askingAcme } from "../testing/approvals.ts";
import { browser, seedContacts, signedIn } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana, lee } = people;
const { activeMilestone, askWhetherDone, linkOf, easy, later } = askingAcme(server, sam, people);
await easy();

const CONFIRM = "You wrote “approved” in a mail of Mon 2 Mar. Confirm it here.";
const nudge = (id: string) => sam.post(`/approvals/${id}/nudges`, { personId: dana.id });
const danaOn = async (id: string) => (await sam.get(`/approvals/${id}`)).body.people[0];
const mailsAbout = (approvalId: string) =>
  database.maintenance
    .selectFrom("mails")
    .selectAll()
    .where("subjectId", "=", approvalId)
    .orderBy("id")
    .execute();

/** Asked, and answered by mail with these words. */
async function answered(title: string, text: string) {
  const { id, hash, number } = (await askWhetherDone(await activeMilestone(title))).body;
  const [mail] = await mailsAbout(id);
  const incoming = { from: dana.email, subject: "Re: Copy", text, files: [], kind: "answer" as const };
  await takeIn(server, { ...incoming, mailId: mail?.id ?? "", messageId: `<${newId()}@client.test>` });
  // The row has the database's own time, which is another than the test's.
  await database.maintenance.updateTable("inboundMails").set({ createdAt: kit.at }).execute();
  return { id, hash, number, link: await linkOf(id, dana.id) };
}

test("a yes by mail is offered to its writer to confirm, and one button does", async () => {
  const { id, hash, link } = await answered("Copy", "Approved!");
  expect(await danaOn(id)).toMatchObject({ turn: true, saidYesAt: kit.at.toISOString() });
  const phone = browser(server);
  const page = await phone.get(link);
  expect(page.body).toContain(CONFIRM);
  expect((await phone.post(link, { verdict: "approved", hash })).status).toBe(303);
  expect((await phone.get(link)).body).not.toContain(CONFIRM);
  expect(await danaOn(id)).toMatchObject({ saidYesAt: null });
});

test("the team can send the link with these words at once, besides the reminder of the day", async () => {
  const { id } = await answered("Shop", "ok");
  expect((await nudge(id)).status).toBe(204);
  const sent = (await mailsAbout(id)).filter(({ kind }) => kind === "nudge");
  expect(sent.map((row) => mailOf(row).data)).toMatchObject([{ wroteOn: "2026-03-02" }]);
  expect((await nudge(id)).status).toBe(204);
  expect((await nudge(id)).status).toBe(409);
  later(24 * 60);
  expect((await nudge(id)).status).toBe(204);
});

test("nobody else reads of it, and other words propose nothing", async () => {
  const yes = await answered("Menu", "approved");
  const read = async (who: typeof dana) =>
    (await (await signedIn(server, who)).get(`/portal/birch/acme/decisions/${yes.number}`)).body;
  expect(await read(dana)).toContain("You wrote “approved”");
  expect(await read(lee)).not.toContain("You wrote");
  const no = await answered("Footer", "Not yet approved: what about the logo?");
  expect(await danaOn(no.id)).toMatchObject({ saidYesAt: null });
  expect((await browser(server).get(no.link)).body).not.toContain("You wrote");
});
