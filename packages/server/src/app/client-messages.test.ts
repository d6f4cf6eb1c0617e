import { expect, test } from "vitest";
import { seedContacts } from "../testing/portal.ts";
import { type Loose, testServer } from "../testing/server.ts";
import { mailClientMessages } from "./client-messages.ts";

const server = await testServer();
const { database, kit, seed, as } = server;
const { dana, lee } = await seedContacts(server);
const sam = as(seed.sam);
const project = `/projects/${seed.acme.id}`;
await database.maintenance.updateTable("persons").set({ language: "de" }).where("id", "=", lee.id).execute();

const write = async (title: string, audience = "client"): Promise<string> => {
  const { body, status } = await sam.post(`${project}/messages`, {
    title,
    body: `${title} are here.`,
    audience,
  });
  expect(status).toBe(201);
  return body.id;
};
const pass = (minutes: number) => {
  kit.at = new Date(kit.at.getTime() + minutes * 60_000);
};
/** Events of transactions that still run elsewhere hold the cursor back for a moment. */
async function work(): Promise<void> {
  for (let turn = 0; turn < 30 && (await mailClientMessages(server)) === 0; turn++)
    await new Promise((resume) => setTimeout(resume, 10));
  while ((await mailClientMessages(server)) > 0);
}
const putBack = async (messageId: string) => {
  const { items } = (await sam.get("/trash")).body;
  const { id } = items.find(({ thingId }: Loose) => thingId === messageId);
  expect((await sam.post(`/trash/${id}/restore`)).status).toBe(204);
};
const mails = async (email: string) =>
  database.maintenance
    .selectFrom("mails")
    .select(["subject", "state", "nextTryAt", "id"])
    .where("kind", "=", "message")
    .where("toEmail", "=", email)
    .orderBy("id")
    .execute();
const texts = async (email: string): Promise<string[]> =>
  (await as(seed.amara).get("/mails")).body.items
    .filter(({ kind, to }: Loose) => kind === "message" && to === email)
    .map(({ text }: Loose) => text);

test("a message to the client is mailed to its people in two minutes, one to the team to nobody", async () => {
  await write("ZEBRA notes", "team");
  await write("Photos");
  await work();
  expect(await mails(dana.email)).toEqual([]);
  pass(2);
  await work();
  expect((await mails(dana.email)).map(({ subject }) => subject)).toEqual(["ACME project: Photos"]);
  expect(await mails(lee.email)).toHaveLength(1);
  expect((await texts(dana.email)).join()).toContain("Photos are here.");
  expect((await texts(lee.email)).join()).toContain("Geschrieben von");
  await work();
  expect(await mails(dana.email)).toHaveLength(1);
});

test("further ones of the day wait for the next morning in one mail, without what was deleted", async () => {
  const texting = await write("Texts");
  await write("Fonts");
  const gone = await write("Colours");
  expect((await sam.delete(`/messages/${gone}`)).status).toBe(204);
  pass(2);
  await work();
  const [, waiting, ...more] = await mails(dana.email);
  expect([waiting?.subject, more]).toEqual(["ACME project: 2 new messages", []]);
  const morning = new Date(kit.at.getTime() + 86_400_000).toISOString().slice(0, 10);
  expect(waiting?.nextTryAt.toISOString()).toBe(`${morning}T07:00:00.000Z`);
  expect((await texts(dana.email)).join()).not.toContain("Colours");

  expect((await sam.delete(`/messages/${texting}`)).status).toBe(204);
  await work();
  expect((await mails(dana.email))[1]?.subject).toBe("ACME project: Fonts");
});

test("a mail whose only message is deleted does not leave", async () => {
  const rows = (await sam.get(`${project}/messages`)).body.items;
  const fonts = rows.find(({ title }: Loose) => title === "Fonts");
  expect((await sam.delete(`/messages/${fonts.id}`)).status).toBe(204);
  await work();
  expect(await mails(dana.email)).toHaveLength(1);
});

test("put back within the two minutes it is mailed as if nothing had been, and nobody is mailed it twice", async () => {
  pass(2 * 24 * 60);
  const before = (await mails(dana.email)).length;
  const news = async () => (await mails(dana.email)).slice(before).map(({ subject }) => subject);
  const takeAway = async (id: string) => expect((await sam.delete(`/messages/${id}`)).status).toBe(204);
  const logos = await write("Logos");
  await takeAway(logos);
  await putBack(logos);
  pass(2);
  await work();
  expect(await news()).toEqual(["ACME project: Logos"]);

  const marks = await write("Marks");
  pass(2);
  await work();
  expect(await news()).toEqual(["ACME project: Logos", "ACME project: Marks"]);
  for (const id of [logos, marks]) await takeAway(id);
  await work();
  expect(await news()).toEqual(["ACME project: Logos"]);
  for (const id of [logos, marks]) await putBack(id);
  pass(2);
  await work();
  expect(await news()).toEqual(["ACME project: Logos", "ACME project: Marks"]);
});

test("who has ended such mails gets none, and who has left the project neither", async () => {
  pass(2 * 24 * 60);
  const [danas, lees] = [(await mails(dana.email)).length, (await mails(lee.email)).length];
  await database.maintenance
    .insertInto("mailRefusals")
    .values({ workspaceId: seed.workspaceId, personId: lee.id, kind: "message" })
    .execute();
  await as(seed.amara).delete(`${project}/contacts/${dana.id}`);
  await write("Icons");
  pass(2);
  await work();
  expect(await mails(dana.email)).toHaveLength(danas);
  expect((await mails(lee.email)).slice(lees).map(({ state }) => state)).toEqual(["refused"]);
});
