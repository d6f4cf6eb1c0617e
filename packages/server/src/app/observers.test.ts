import { beforeEach, expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { answerAddress } from "../mail/mail-address.ts";
import { messageOf } from "../mail/mail-sender.ts";
import { queueMail } from "../mail/mails.ts";
import { takeIn } from "../replies/replies.ts";
import { askingAcme } from "../testing/approvals.ts";
import { type Browser, browser, type SeedContact, seedContacts, signedIn } from "../testing/portal.ts";
import { publishedPlan } from "../testing/published.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
kit.mail = { ...kit.mail, answersTo: "reply@in.example.test" };
const services = { database, kit };
const { workspaceId, acme } = seed;
const sam = as(seed.sam);
const people = await seedContacts(server);
const { dana, lee } = people;
const { activeMilestone, askWhetherDone, easy } = askingAcme(server, sam, people);
const { ids } = await publishedPlan(server, [{ title: "Launch", targetOn: "2026-04-30" }]);
await easy();
const milestone = (await sam.get(`/milestones/${ids[0]}`)).body;
const { number } = (await askWhetherDone(await activeMilestone("Copy ready"))).body;
const home = "/portal/birch/acme";
const launch = `${home}/m/${milestone.number}`;
const decision = `${home}/decisions/${number}`;
const wish = `${home}/ask-more`;

const FORMS = [
  [home, { words: "NOTE" }, "Ask us"],
  [launch, { words: "NOTE" }, "Talk about it"],
  [decision, { ask: "NOTE" }, "Ask a question"],
] as const;

async function allow(observersComment: boolean): Promise<void> {
  const { revision } = (await sam.get(`/projects/${acme.id}`)).body;
  const answer = await sam.patch(
    `/projects/${acme.id}`,
    { observersComment },
    { "if-match": `r${revision}` },
  );
  expect([answer.status, answer.body.observersComment]).toEqual([200, observersComment]);
}

const notes = async () =>
  (
    await database.maintenance.selectFrom("comments").select(["body", "authorId"]).orderBy("id").execute()
  ).map(({ body, authorId }) => `${authorId === lee.id ? "Lee" : "Dana"}: ${body}`);
const wishes = () => database.maintenance.selectFrom("changeRequests").select("title").execute();
const send = (who: Browser, path: string, fields: Record<string, string>) => who.post(path, fields, path);

/** Answers a mail that Milepost has sent about the milestone. */
async function answerByMail(who: SeedContact, text: string, files: { name: string; content: Buffer }[] = []) {
  const dedupe = newId();
  await database.inWorkspace(workspaceId, (tx) =>
    queueMail(
      tx,
      kit,
      { workspaceId, personId: who.id, email: who.email, projectId: acme.id, subjectId: milestone.id },
      { kind: "home", data: { linkId: newId(), project: "Acme" } },
      dedupe,
    ),
  );
  const mail = await database.maintenance
    .selectFrom("mails")
    .selectAll()
    .where("dedupe", "=", `home:${dedupe}`)
    .executeTakeFirstOrThrow();
  const sent = await messageOf(database, kit, mail);
  await takeIn(services, {
    ...{ kind: "answer", mailId: mail.id, messageId: newId(), from: who.email, subject: "Re", text, files },
  });
  const [taken] = await database.maintenance
    .selectFrom("inboundMails")
    .select(["state", "reason"])
    .where("mailId", "=", mail.id)
    .execute();
  return { sent, taken };
}

beforeEach(async () => {
  for (const table of ["inboundMails", "comments", "files"] as const)
    await database.maintenance.deleteFrom(table).execute();
});

test("A19: an observer adds no words by any way, as long as the project does not let them", async () => {
  const { body: fresh } = await sam.get(`/projects/${acme.id}`);
  expect(fresh.observersComment).toBe(false);
  const phone = await signedIn(server, lee, "account");
  for (const [path, fields, words] of FORMS) {
    const { status, body } = await phone.get(path);
    expect([path, status, body.includes(words), body.includes("<textarea")]).toEqual([
      path,
      200,
      false,
      false,
    ]);
    const refused = await send(phone, path, fields);
    expect([path, refused.status, refused.body.includes("You read along here.")]).toEqual([path, 403, true]);
  }
  expect((await send(phone, wish, { title: "NOTE", words: "" })).status).toBe(403);
  expect((await phone.get(home)).body).not.toContain("/ask-more");
  const { sent, taken } = await answerByMail(lee, "NOTE");
  expect([sent.replyTo, sent.text.includes("reply to this mail")]).toEqual([undefined, false]);
  expect(taken).toMatchObject({ state: "refused" });
  const patched = await as({ ...seed.jo, cookie: phone.cookie }).patch(
    `/projects/${acme.id}`,
    { observersComment: true },
    { "if-match": `r${fresh.revision}` },
  );
  expect(patched.status).toBe(401);
  expect([await notes(), await wishes()]).toEqual([[], []]);
});

test("an approver writes whatever is said of observers, and an observer reads it", async () => {
  const phone = await signedIn(server, dana, "account");
  for (const [path, fields, words] of FORMS) {
    expect((await phone.get(path)).body).toContain(words);
    expect((await send(phone, path, fields)).status).toBe(303);
  }
  expect((await send(phone, wish, { title: "More", words: "" })).status).toBe(303);
  const { sent } = await answerByMail(dana, "By mail", [{ name: "a.txt", content: Buffer.from("a") }]);
  expect([sent.replyTo, sent.text.includes("reply to this mail")]).toEqual([
    answerAddress(kit, await mailOf(dana)),
    true,
  ]);
  expect(await notes()).toEqual(["Dana: NOTE", "Dana: NOTE", "Dana: NOTE", "Dana: By mail"]);
  const { body } = await (await signedIn(server, lee, "account")).get(home);
  expect([body.includes("What was said"), body.includes("NOTE"), body.includes("<textarea")]).toEqual([
    true,
    true,
    false,
  ]);
});

test("where the project lets observers comment they write on every page and by mail, without files", async () => {
  await allow(true);
  const phone = await signedIn(server, lee, "account");
  for (const [path, fields, words] of FORMS) {
    expect((await phone.get(path)).body).toContain(words);
    expect((await send(phone, path, fields)).status).toBe(303);
  }
  const picture = { name: "a.png", content: Buffer.from("a") };
  const { sent, taken } = await answerByMail(lee, "By mail", [picture]);
  expect([sent.replyTo === undefined, taken]).toEqual([
    false,
    { state: "comment", reason: "Its files were left out: observers send none." },
  ]);
  expect((await answerByMail(lee, "", [picture])).taken).toMatchObject({ state: "refused" });
  expect(await database.maintenance.selectFrom("files").select("id").execute()).toEqual([]);
  expect(await notes()).toEqual(["Lee: NOTE", "Lee: NOTE", "Lee: NOTE", "Lee: By mail"]);
  expect((await send(phone, wish, { title: "NOTE", words: "" })).status).toBe(403);
  await allow(false);
  expect((await send(phone, home, { words: "LATE" })).status).toBe(403);
  expect(await notes()).not.toContain("Lee: LATE");
});

test("a member who looks as a client sees the form only where that client has it", async () => {
  const member = browser(server, seed.sam.cookie);
  const shown = async (who: string) => (await member.get(`${home}?as=${who}`)).body.includes("<textarea");
  expect([await shown(dana.id), await shown(lee.id)]).toEqual([true, false]);
});

async function mailOf({ id }: SeedContact): Promise<string> {
  const row = await database.maintenance
    .selectFrom("mails")
    .select("id")
    .where("personId", "=", id)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return row.id;
}
