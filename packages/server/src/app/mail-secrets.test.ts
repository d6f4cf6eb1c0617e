import { expect, test } from "vitest";
import { newId } from "../kit/id.ts";
import { Secret } from "../kit/secret.ts";
import { readSettings } from "../kit/settings.ts";
import { smtpTransport } from "../mail/mail-transport.ts";
import { queueMail } from "../mail/mails.ts";
import { requestFor } from "../testing/matrix-request.ts";
import { makeWorld, putBlobs } from "../testing/matrix-world.ts";
import { testServer } from "../testing/server.ts";
import { ROUTES } from "./routes.ts";
import { startWorker, workerState } from "./worker.ts";

const settings = readSettings({
  SMTP_URL: "smtp://canary-sender:canary-word-1@127.0.0.1:1/?canary-query",
  MAIL_IN_URL: "imap://canary-reader:canary-word-2@127.0.0.1:1",
  MAIL_IN_SECRET: "canary-word-3-that-is-long-enough",
  MAIL_IN_ADDRESS: "reply@example.test",
});
const lines: string[] = [];
const write = (facts: object, message: string) => void lines.push(JSON.stringify({ ...facts, message }));
const log = { info: write, warn: write, error: write };
const { app, database, kit, seed } = await testServer({
  kit: { log },
  ...(settings.mailIn?.secret ? { mailInSecret: settings.mailIn.secret } : {}),
});
kit.mail = { ...kit.mail, answersTo: settings.mailIn?.address ?? null };

test("A22: no answer, no page and no line of the log tells how mail leaves and comes in", async () => {
  const { workspaceId, amara } = seed;
  await database.inWorkspace(workspaceId, (tx) =>
    queueMail(
      tx,
      kit,
      { workspaceId, personId: amara.id, email: amara.email },
      { kind: "reset", data: { linkId: newId() } },
      newId(),
    ),
  );
  const worker = startWorker(
    { database, kit },
    {
      transport: smtpTransport(new Secret(settings.smtpUrl ?? ""), 500),
      mailbox: settings.mailIn?.url ?? null,
      schedules: false,
    },
  );
  const lastError = async () =>
    (await database.maintenance.selectFrom("mails").select("lastError").executeTakeFirst())?.lastError;
  await expect.poll(lastError, { timeout: 20_000 }).toMatch(/cannot be reached/);
  await expect.poll(() => workerState(database), { timeout: 50_000 }).toContain("read the mailbox");
  const world = await makeWorld(database.maintenance, seed);
  putBlobs(kit.dataDir, world);
  const said: [string, string][] = lines.map((line) => ["log", line]);
  for (const route of ROUTES.filter(({ method, id }) => method === "GET" && id !== "live"))
    said.push([route.id, (await app.inject(requestFor(route, world.own, world, amara))).body]);
  for (const url of [
    "/readyz",
    "/healthz",
    "/api/v1/openapi.json",
    "/api/docs",
    "/signin",
    "/nowhere",
    "/mail-in",
  ])
    said.push([url, (await app.inject({ url, headers: { cookie: amara.cookie } })).body]);
  const wrong = { authorization: "Bearer wrong", "content-type": "message/rfc822" };
  said.push([
    "webhook",
    (await app.inject({ method: "POST", url: "/mail-in", headers: wrong, payload: "x" })).body,
  ]);
  await worker.stop();
  expect(said.length).toBeGreaterThan(60);
  expect(said.some(([, text]) => text.includes("cannot be reached"))).toBe(true);
  expect(said.filter(([, text]) => /canary|127\.0\.0\.1:1\b/.test(text)).map(([where]) => where)).toEqual([]);
  expect(JSON.stringify(settings.mailIn)).not.toContain("canary");
}, 90_000);
