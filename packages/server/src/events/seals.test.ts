import { sql } from "kysely";
import { expect, inject, test, vi } from "vitest";
import { newId } from "../kit/id.ts";
import { onServer } from "../testing/cluster.ts";
import { testServer } from "../testing/server.ts";
import { sealedHead } from "./sealed-head.ts";
import { sealPending } from "./sealer.ts";
import { verify } from "./verify.ts";

vi.setConfig({ testTimeout: 60_000 });
const { database, seed, as } = await testServer();

async function sealAll(): Promise<void> {
  for (let quiet = 0; quiet < 2; ) quiet = (await sealPending(database)) === 0 ? quiet + 1 : 0;
}

async function write(many: number): Promise<void> {
  for (let n = 0; n < many; n++) {
    await as(seed.sam).post(`/projects/${seed.acme.id}/fixed-dates`, {
      title: `Fair ${n}`,
      onDate: "2026-06-10",
    });
    await as(seed.kim).post(`/projects/${seed.baker.id}/fixed-dates`, {
      title: `Fair ${n}`,
      onDate: "2026-06-11",
    });
    await as(seed.amara).post("/clients", { name: `Client ${n}` });
  }
}

/** Waits for what other files' transactions on the same server still hold back, in rounds, not in time. */
async function sealed(atLeast: number): Promise<void> {
  for (let round = 0; round < 2_000; round++) {
    await sealAll();
    const { unsealed, events } = await verify(database);
    if (unsealed === 0 && events >= atLeast) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error("events stay unsealed");
}

test("every event gets a seal: one chain per project, and one for the rest of the workspace", async () => {
  await write(4);
  expect((await verify(database)).unsealed).toBe(12);
  await sealed(12);
  expect(await verify(database)).toEqual({ chains: 3, events: 12, unsealed: 0, faults: [] });
});

test("an event of a transaction that still runs is not sealed, nor anything after it; later nothing is skipped", async () => {
  const { database: name } = (
    await sql<{ database: string }>`select current_database() as database`.execute(database.outside)
  ).rows[0] ?? { database: "" };
  await onServer({ ...inject("cluster").app, database: name }, async (client) => {
    await client.query("begin");
    await client.query(
      `insert into milepost.events (workspace_id, id, verb, subject_kind, subject_id, project_id) values ($1, $2, 'project.slow', 'project', $3, $3)`,
      [seed.workspaceId, newId(), seed.acme.id],
    );
    await write(1);
    await sealAll();
    const meanwhile = await verify(database);
    expect([meanwhile.events, meanwhile.unsealed, meanwhile.faults]).toEqual([12, 3, []]);
    await client.query("commit");
  });
  await sealed(16);
  expect(await verify(database)).toMatchObject({ events: 16, unsealed: 0, faults: [] });
});

const EDITS: Record<string, string> = {
  verb: "verb = verb || '!'",
  subjectKind: "subject_kind = subject_kind || 's'",
  subjectId: "subject_id = gen_random_uuid()",
  projectId: "project_id = gen_random_uuid()",
  actorId: "actor_id = gen_random_uuid()",
  audience: "audience = case audience when 'team' then 'client' else 'team' end",
  at: "at = at + interval '1 microsecond'",
  data: `data = data || '{"added": 1}'`,
};

const SEAL_EDITS: Record<string, string> = {
  n: "n = n + 1000",
  contentHash: "content_hash = reverse(content_hash)",
  prev: "prev = reverse(prev) || 'x'",
  hash: "hash = reverse(hash)",
  body: "body = reverse(body)",
  bodyAway: "body = null",
  covers: `covers = '{}'`,
  approval: "approval_id = gen_random_uuid()",
};

test("G14: each single edit of an event is found, by number", async () => {
  const rows = await database.maintenance.selectFrom("seals").select(["chain", "n", "eventId"]).execute();
  let turn = 0;
  for (const [field, edit] of Object.entries(EDITS)) {
    for (let round = 0; round < 4; round++) {
      const target = rows[(turn++ * 7) % rows.length];
      if (!target) throw new Error("nothing sealed");
      await undone(`update events set ${edit} where id = '${target.eventId}'`, async (faults) => {
        expect([field, faults[0]?.eventId, faults[0]?.n]).toEqual([field, target.eventId, target.n]);
        expect(faults).toHaveLength(1);
      });
    }
  }
});

test("G14: each single edit of a seal is found, and a missing one too", async () => {
  const target = await database.maintenance
    .selectFrom("seals")
    .select(["chain", "eventId"])
    .where("chain", "=", seed.acme.id)
    .where("n", "=", 2)
    .executeTakeFirstOrThrow();
  for (const edit of Object.values(SEAL_EDITS))
    await undone(`update seals set ${edit} where event_id = '${target.eventId}'`, async (faults) => {
      expect(faults.map(({ chain }) => chain)).toEqual([target.chain]);
      expect(faults[0]?.n).toBeLessThanOrEqual(3);
    });
  await undone(`delete from seals where event_id = '${target.eventId}'`, async (faults) => {
    expect(faults).toMatchObject([
      { chain: target.chain, n: 3, why: "A record before this one is missing." },
    ]);
  });
  expect((await verify(database)).faults).toEqual([]);
});

test("whoever asks for the head at the same moment gets the same one, and each event is sealed once", async () => {
  await write(2);
  const chain = { workspaceId: seed.workspaceId, projectId: seed.acme.id };
  const heads = await Promise.all([1, 2, 3, 4].map(() => sealedHead({ database }, chain)));
  expect(heads[0]).toMatchObject({ n: expect.any(Number), hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  expect(new Set(heads.map((head) => JSON.stringify(head))).size).toBe(1);
  expect((await verify(database)).faults).toEqual([]);
});

test("the role that requests run as can neither edit nor delete events and seals", async () => {
  for (const table of ["events", "seals"] as const) {
    const tryIt = (work: (tx: typeof database.outside) => Promise<unknown>) =>
      database.inWorkspace(seed.workspaceId, work);
    await expect(tryIt((tx) => tx.deleteFrom(table).execute())).rejects.toMatchObject({ code: "42501" });
    await expect(
      tryIt((tx) => tx.updateTable(table).set({ workspaceId: seed.workspaceId }).execute()),
    ).rejects.toMatchObject({ code: "42501" });
  }
});

/** Makes the edit as the owner of the tables, looks, and takes it back. */
async function undone(
  edit: string,
  look: (faults: Awaited<ReturnType<typeof verify>>["faults"]) => Promise<void>,
): Promise<void> {
  await database.maintenance
    .transaction()
    .execute(async (tx) => {
      await sql.raw(edit).execute(tx);
      await look((await verify({ ...database, maintenance: tx })).faults);
      throw new Error("undo");
    })
    .catch((error) => {
      if (!(error instanceof Error) || error.message !== "undo") throw error;
    });
}
