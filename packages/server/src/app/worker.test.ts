import { afterAll, expect, test, vi } from "vitest";
import { verify } from "../events/verify.ts";
import { newId } from "../kit/id.ts";
import type { Message } from "../mail/mail-transport.ts";
import { testServer } from "../testing/server.ts";
import { mailMentions } from "./mentions.ts";
import { UPKEEP } from "./upkeep.ts";
import { startWorker } from "./worker.ts";

vi.setConfig({ testTimeout: 60_000 });
const { database, kit, seed, as, app } = await testServer();
const services = { database, kit };
const { workspaceId } = seed;
const acme = `/projects/${seed.acme.id}`;

/** Tries again until it holds; the test's own time limit is the bound. */
async function eventually(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setTimeout(resolve, 25));
}

async function comment(...mentioned: { id: string }[]): Promise<string> {
  const [threadId, commentId] = [newId(), newId()];
  await database.inWorkspace(workspaceId, async (tx) => {
    const known = await tx
      .selectFrom("threads")
      .select("id")
      .where("projectId", "=", seed.acme.id)
      .executeTakeFirst();
    if (!known)
      await tx
        .insertInto("threads")
        .values({
          workspaceId,
          id: threadId,
          projectId: seed.acme.id,
          objectiveId: null,
          milestoneId: null,
          cardId: null,
          audience: "team",
        })
        .execute();
    const row = {
      workspaceId,
      id: commentId,
      threadId: known?.id ?? threadId,
      authorId: seed.sam.id,
      body: "Please look",
    };
    await tx
      .insertInto("comments")
      .values({ ...row, deletedBy: null, editedAt: null, deletedAt: null, importedAuthor: null })
      .execute();
    for (const person of mentioned)
      await tx.insertInto("mentions").values({ workspaceId, commentId, personId: person.id }).execute();
    await speak(tx, commentId);
  });
  return commentId;
}

const speak = (tx: typeof database.outside, commentId: string) =>
  tx
    .insertInto("events")
    .values({
      workspaceId,
      id: newId(),
      actorId: seed.sam.id,
      verb: "comment.added",
      subjectKind: "comment",
      subjectId: commentId,
      projectId: seed.acme.id,
    })
    .execute();

const mails = () =>
  database.maintenance
    .selectFrom("mails")
    .select(["toEmail", "dedupe", "subject", "state"])
    .orderBy("toEmail")
    .execute();

test("R10: a mention mails each person once, however many processes and edits there are", async () => {
  const id = await comment(seed.jo, seed.ada, seed.kim, seed.sam, seed.rex, seed.gil);
  await eventually(async () =>
    (await Promise.all([mailMentions(services), mailMentions(services)])).some((n) => n > 0),
  );
  await database.inWorkspace(workspaceId, (tx) => speak(tx, id));
  await eventually(async () => (await mailMentions(services)) > 0);
  const sent = await mails();
  expect(sent.map(({ toEmail }) => toEmail)).toEqual(["ada@example.test", "jo@example.test"]);
  expect(new Set(sent.map(({ dedupe }) => dedupe)).size).toBe(2);
  expect(sent[0]?.subject).toContain("Sam");
});

test("R10: a message mails whom it names once, and only who reads it still", async () => {
  const at = `${acme}/messages`;
  const words = { title: "Launch on Friday", body: "@Jo we go live", audience: "team" };
  const { id } = (await as(seed.sam).post(at, { ...words, mentions: [seed.jo.id, seed.sam.id] })).body;
  const gone = (await as(seed.sam).post(at, { ...words, mentions: [seed.jo.id] })).body;
  await as(seed.sam).delete(`/messages/${gone.id}`);
  await as(seed.sam).patch(
    `/messages/${id}`,
    { title: words.title, body: "@Jo @Ada we go live", mentions: [seed.jo.id, seed.ada.id] },
    { "if-match": "1" },
  );
  await eventually(async () =>
    (await Promise.all([mailMentions(services), mailMentions(services)])).some((n) => n > 0),
  );
  await mailMentions(services);
  const sent = await database.maintenance
    .selectFrom("mails")
    .select(["toEmail", "data"])
    .where("subject", "like", "%Launch on Friday%")
    .orderBy("toEmail")
    .execute();
  expect(sent.map(({ toEmail }) => toEmail)).toEqual(["ada@example.test", "jo@example.test"]);
  expect(sent[0]?.data).toMatchObject({ author: "Sam", path: `/p/acme/updates/${id}` });
  await database.maintenance.deleteFrom("mails").where("subject", "like", "%Launch on Friday%").execute();
});

test("a comment whose excerpt ends within an emoji is mailed like any other", async () => {
  const body = `${"x".repeat(399)}🥐 and more`;
  const words = { subject: { kind: "project", id: seed.acme.id }, body, mentions: [seed.jo.id] };
  const { id } = (await as(seed.sam).post("/comments", words)).body;
  await eventually(async () => (await mailMentions(services)) > 0);
  const kept = await database.maintenance
    .selectFrom("mails")
    .select("data")
    .where("dedupe", "=", `mention:${id}:${seed.jo.id}`)
    .executeTakeFirstOrThrow();
  expect(kept.data).toMatchObject({ excerpt: `${"x".repeat(399)}…` });
});

test("the worker seals, mails and stops cleanly", async () => {
  const delivered: Message[] = [];
  const transport = { send: async (message: Message) => void delivered.push(message) };
  const worker = startWorker(services, { transport, schedules: false });
  const twin = startWorker(services, { transport, schedules: false });
  await comment(seed.amara);
  await as(seed.sam).post(`${acme}/fixed-dates`, { title: "Fair", onDate: "2026-06-10" });
  await eventually(async () => delivered.length > 3 && (await verify(database)).unsealed === 0);
  expect(delivered.map(({ to }) => to).sort()).toEqual([
    "ada@example.test",
    "amara@example.test",
    "jo@example.test",
    "jo@example.test",
  ]);
  expect((await verify(database)).faults).toEqual([]);
  await Promise.all([worker.stop(), twin.stop()]);
  expect(await database.maintenance.selectFrom("leases").select("name").execute()).toEqual([]);
});

test("what lies in the trash for more than 30 days goes for good, and the history stays", async () => {
  await as(seed.ada).delete(`/projects/${seed.baker.id}`);
  await UPKEEP["purge-trash"](services);
  const projects = () =>
    database.maintenance.selectFrom("projects").select("id").where("id", "=", seed.baker.id).execute();
  expect(await projects()).toHaveLength(1);
  kit.at = new Date(kit.at.getTime() + 31 * 86_400_000);
  await UPKEEP["purge-trash"](services);
  expect(await projects()).toEqual([]);
  const told = await database.maintenance
    .selectFrom("events")
    .select("verb")
    .where("subjectId", "=", seed.baker.id)
    .execute();
  expect(told.map(({ verb }) => verb).sort()).toEqual(["project.deleted", "project.purged"]);
  expect(await database.maintenance.selectFrom("trash").select("id").execute()).toEqual([]);
});

test("the nightly jobs are set once and look after themselves", async () => {
  const worker = startWorker(services, { transport: null });
  afterAll(() => worker.stop());
  const set = async () =>
    database.ownerPool.query("select key from jobs.schedule order by key").then(
      ({ rows }) => rows.map(({ key }) => key),
      () => [],
    );
  await eventually(async () => (await set()).length === Object.keys(UPKEEP).length);
  expect(await set()).toEqual(Object.keys(UPKEEP).sort());
  for (const job of Object.values(UPKEEP)) await job(services);
  expect((await app.inject("/readyz")).json()).toEqual({
    status: "ready",
    checks: { database: "ok", disk: "ok", worker: "ok" },
  });
  await worker.stop();
});
