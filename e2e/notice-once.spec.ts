import { once } from "node:events";
import { expect, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { projectOfRosa } from "./client-project.ts";
import { type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { type MovedClock, movedClock } from "./move-clock.ts";

const RECIPIENTS = 50;
const KILLS = 3;
/** Longer than a mail that was being sent stays with the process that died. */
const LEASE_MINUTES = 6;

let clock: MovedClock;
let mailbox: Mailbox;
let milepost: Milepost;

test.beforeEach(() => {
  clock = movedClock();
});

test.afterEach(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test(`J9: ${RECIPIENTS} people are told of a publication once each while the process is killed with a mail in its hands`, async () => {
  test.setTimeout(180_000);
  let letters = 0;
  let kills = 0;
  let died: Promise<unknown> = Promise.resolve();
  let dying = false;
  let alive: Promise<Milepost>;
  // In the middle of a letter, before the mail server has taken it; a process that is still starting may send too.
  const takes = async () => {
    letters += 1;
    if (dying || kills === KILLS || letters % 12 !== 0) return true;
    dying = true;
    const { process } = await alive;
    died = once(process, "exit");
    process.kill("SIGKILL");
    kills += 1;
    return false;
  };
  mailbox = await openMailbox({ takes });
  const start = (dataDir?: string) =>
    startMilepost({ env: { ...clock.env, SMTP_URL: mailbox.url }, ...(dataDir ? { dataDir } : {}) });
  alive = start();
  milepost = await alive;
  const owner = await setUp(milepost.url);
  const projectId = await published(owner);
  clock.goOn(3);
  for (let kill = 1; kill <= KILLS; kill += 1) {
    await expect.poll(() => kills, { timeout: 60_000 }).toBe(kill);
    await died;
    alive = start(milepost.dataDir);
    dying = false;
    milepost = await alive;
    clock.goOn(LEASE_MINUTES);
  }
  await expectOnce();
  expect(await told(owner, projectId, milepost.url)).toBe(RECIPIENTS);
});

test(`J9: a mail server that is down at publication loses nothing, and ${RECIPIENTS} hear once each when it is back`, async () => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  const port = Number(new URL(mailbox.url).port);
  await mailbox.close();
  milepost = await startMilepost({ env: { ...clock.env, SMTP_URL: `smtp://127.0.0.1:${port}` } });
  const owner = await setUp(milepost.url);
  const projectId = await published(owner);
  clock.goOn(3);
  await expect.poll(() => told(owner, projectId, milepost.url), { timeout: 60_000 }).toBe(RECIPIENTS);
  const waiting = await mailsOf(owner);
  expect(waiting.filter(({ state }) => state === "sent")).toEqual([]);
  mailbox = await openMailbox({ port });
  for (let later = 0; later < 4 && mailbox.letters.length < RECIPIENTS; later += 1) {
    clock.goOn(20);
    await new Promise((resume) => setTimeout(resume, 3_000));
  }
  await expectOnce();
});

async function published(owner: Api): Promise<string> {
  const { projectId, clientId } = await projectOfRosa(owner);
  for (let n = 3; n <= RECIPIENTS; n += 1) {
    const contact = { name: `Reader ${n}`, email: `reader${n}@rosa.test`, clientId };
    const { personId } = await owner.call<{ personId: string }>("POST", "/contacts", contact);
    await owner.call("PUT", `/projects/${projectId}/contacts/${personId}`, { role: "observer" });
  }
  const wanted = { title: "Shop is open", targetOn: "2027-03-12", audience: "client" };
  await owner.call("POST", `/projects/${projectId}/milestones`, wanted);
  const { hash, last, draft } = await owner.call<{ hash: string; last: number; draft: object }>(
    "GET",
    `/projects/${projectId}/publication-preview`,
  );
  const body = { ...draft, expectedHash: hash, expectedLast: last };
  await owner.call("POST", `/projects/${projectId}/publications`, body);
  return projectId;
}

/** How many the newest publication was meant for, as the team reads it; also after it was started again elsewhere. */
async function told({ cookie }: Api, projectId: string, url: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/notices?projectId=${projectId}`, { headers: { cookie } });
  const { items } = (await answer.json()) as { items: { recipients: unknown[] }[] };
  return items[0]?.recipients.length ?? 0;
}

async function mailsOf(owner: Api): Promise<{ state: string }[]> {
  return (await owner.call<{ items: { state: string }[] }>("GET", "/mails?limit=100")).items;
}

/** Everybody has one letter, and no two letters are of one mail. */
async function expectOnce(): Promise<void> {
  const about = () => mailbox.letters.filter(({ subject }) => /The plan is here/.test(subject));
  await expect.poll(() => about().length, { timeout: 60_000 }).toBe(RECIPIENTS);
  await new Promise((resume) => setTimeout(resume, 3_000));
  expect(new Set(about().map(({ to }) => to)).size).toBe(RECIPIENTS);
  expect(new Set(about().map(({ messageId }) => messageId)).size).toBe(RECIPIENTS);
  expect(about()).toHaveLength(RECIPIENTS);
}
