import { beforeEach, expect, test } from "vitest";
import { linkToken, sha256 } from "../kit/secret.ts";
import { cookieOf, givePassword, PASSWORD } from "../testing/passwords.ts";
import { testServer } from "../testing/server.ts";

const server = await testServer();
const { seed, as, database, kit } = server;
const nobody = as(null);
await givePassword(server, seed.sam, seed.jo, seed.kim);
const LATER = new Date("2026-03-02T09:00:00Z");

beforeEach(() => {
  kit.at = new Date(LATER.setMinutes(LATER.getMinutes() + 20));
});

async function mailedToken(email: string): Promise<string> {
  const mail = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("toEmail", "=", email)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const { linkId } = mail.data as { linkId: string };
  return linkToken(kit.linkKey, "reset", linkId);
}

const ask = (email: string, headers = {}) => nobody.post("/password-reset", { email }, headers);
const confirm = (token: string, password: string) =>
  nobody.post("/password-reset/confirm", { token, password });

test("a reset link sets a new password once and signs out everywhere", async () => {
  expect((await ask(seed.sam.email)).status).toBe(202);
  const token = await mailedToken(seed.sam.email);
  expect((await confirm(token, "short")).status).toBe(400);
  expect((await confirm(token, "the second password")).status).toBe(204);
  expect((await as(seed.sam).get("/me")).status).toBe(401);
  expect((await nobody.post("/session", { email: seed.sam.email, password: PASSWORD })).status).toBe(401);
  expect(
    (await nobody.post("/session", { email: seed.sam.email, password: "the second password" })).status,
  ).toBe(201);
});

test("A44: a reset link is void after its use, its hour, a newer link and a new password", async () => {
  const fresh = async () => {
    await ask(seed.jo.email);
    return mailedToken(seed.jo.email);
  };
  const used = await fresh();
  expect((await confirm(used, "the next password")).status).toBe(204);
  expect((await confirm(used, "once more password")).status).toBe(410);

  const older = await fresh();
  const newer = await fresh();
  expect((await confirm(older, "an older password")).status).toBe(410);

  kit.at = new Date(kit.at.getTime() + 61 * 60_000);
  expect((await confirm(newer, "too late a password")).status).toBe(410);

  const beforeChange = await fresh();
  const { headers } = await nobody.post("/session", { email: seed.jo.email, password: "the next password" });
  const cookie = cookieOf({ headers });
  const change = { current: "the next password", next: "changed by hand" };
  expect((await nobody.put("/me/password", change, { cookie })).status).toBe(204);
  expect((await confirm(beforeChange, "after the change")).status).toBe(410);

  expect((await confirm("no-such-token-at-all-in-this-place", "whatever it may be")).status).toBe(410);
  expect((await nobody.post("/session", { email: seed.jo.email, password: "changed by hand" })).status).toBe(
    201,
  );
});

test("reset race: of ten uses of one link one wins", async () => {
  await ask(seed.kim.email);
  const token = await mailedToken(seed.kim.email);
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, n) => confirm(token, `password number ${n}`)),
  );
  expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(9);
});

test("A51: asking for a reset says the same for known and unknown addresses", async () => {
  const answers = await Promise.all(
    [seed.sam.email, "nobody@example.test", seed.rex.email].map((email) => ask(email)),
  );
  expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
  const mails = await database.maintenance.selectFrom("mails").select("toEmail").execute();
  expect(mails.map((mail) => mail.toEmail)).not.toContain("nobody@example.test");
  expect(mails.map((mail) => mail.toEmail)).not.toContain(seed.rex.email);
});

test("A47: links in mails come from the settings, whatever host a request names", async () => {
  await ask(seed.sam.email, { host: "evil.example", "x-forwarded-host": "evil.example" });
  kit.mail = { ...kit.mail, configured: true };
  const sent: string[] = [];
  const { sendDueMails } = await import("../mail/mail-sender.ts");
  await sendDueMails(database, kit, { send: async ({ html, text }) => void sent.push(html, text) });
  expect(sent.join()).toContain("http://localhost:4280/reset/");
  expect(sent.join()).not.toContain("evil.example");
});

test("a reset link dies with the access of its person", async () => {
  await givePassword(server, seed.gil);
  await ask(seed.gil.email);
  const token = await mailedToken(seed.gil.email);
  expect((await as(seed.amara).delete(`/members/${seed.gil.id}`)).status).toBe(204);
  expect((await confirm(token, "a way back in, perhaps")).status).toBe(410);
});

test("tokens are kept only as hashes", async () => {
  await ask(seed.sam.email);
  const token = await mailedToken(seed.sam.email);
  const links = await database.maintenance.selectFrom("links").selectAll().execute();
  expect(links.map((link) => link.hash)).toContain(sha256(token));
  const mails = await database.maintenance.selectFrom("mails").selectAll().execute();
  expect(JSON.stringify([links, mails])).not.toContain(token);
});

test("changing the password needs the current one and ends every other session", async () => {
  await givePassword(server, seed.ada);
  const sign = () => nobody.post("/session", { email: seed.ada.email, password: PASSWORD });
  const here = { cookie: cookieOf(await sign()) };
  const there = { cookie: cookieOf(await sign()) };
  const wrong = await nobody.put(
    "/me/password",
    { current: "not the password", next: "a new password" },
    here,
  );
  expect(wrong).toMatchObject({ status: 403, body: { type: "urn:milepost:problem:wrong-password" } });
  expect((await nobody.put("/me/password", { current: PASSWORD, next: "a new password" }, here)).status).toBe(
    204,
  );
  expect((await nobody.get("/me", here)).status).toBe(200);
  expect((await nobody.get("/me", there)).status).toBe(401);
});
