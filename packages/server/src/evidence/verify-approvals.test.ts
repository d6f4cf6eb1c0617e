import { rmSync, writeFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test, vi } from "vitest";
import type { Tx } from "../db/database.ts";
import { sealedHead } from "../events/sealed-head.ts";
import { verify } from "../events/verify.ts";
import { blobPath } from "../kit/blob-path.ts";
import { sha256 } from "../kit/secret.ts";
import { seedDecided } from "../testing/decided.ts";
import { seedContacts } from "../testing/portal.ts";
import { testServer } from "../testing/server.ts";
import { verifyAll } from "./verify-all.ts";
import { verifyApprovals } from "./verify-approvals.ts";

vi.setConfig({ testTimeout: 120_000 });
const server = await testServer();
const { database, seed, kit } = server;
const contacts = await seedContacts(server);
for (const number of [1, 2]) await seedDecided(server, contacts, number);
const chain = { workspaceId: seed.workspaceId, projectId: seed.acme.id };

test("approvals are not sealed yet, then sealed, and all is as it was recorded", async () => {
  expect(await verifyAll(database, kit.dataDir)).toMatchObject({
    events: { events: 0, unsealed: 10, faults: [] },
    approvals: { approvals: 2, unsealed: 2, faults: [] },
  });
  expect(await sealedHead(server, chain)).toMatchObject({ n: 10 });
  expect(await verifyAll(database, kit.dataDir)).toMatchObject({
    events: { events: 10, unsealed: 0, faults: [] },
    approvals: { approvals: 2, unsealed: 0, faults: [] },
  });
});

test("an attached file that is damaged or gone in the data folder is named", async () => {
  const path = blobPath(kit.dataDir, sha256("Entwurf 2 zu 1"));
  const name = async () =>
    (await verifyAll(database, kit.dataDir)).approvals.faults.map(({ record, number, why }) => [
      record,
      number,
      why,
    ]);
  writeFileSync(path, "Entwurf 2 zu 3");
  expect(await name()).toEqual([
    ["file 2", 1, "Its bytes in the data folder are not those that were approved."],
  ]);
  rmSync(path);
  expect(await name()).toEqual([["file 2", 1, "Its bytes are missing in the data folder."]]);
  writeFileSync(path, "Entwurf 2 zu 1");
  expect(await name()).toEqual([]);
});

const TABLES: Record<string, RegExp> = {
  approvals: /^request$/,
  approval_snapshots: /^snapshot$/,
  approval_people: /^(decider [12]|adviser 1|a decider)$/,
  approval_files: /^(file [12]|a file)$/,
  decisions: /^(decision [123]|a decision)$/,
  withdrawals: /^(withdrawal of (a decision|decision 1)|a withdrawal)$/,
  events: /^event$/,
  seals: /^event$/,
};

/** Another value than the one that stands there, whatever that is. */
const OTHER: Record<string, (column: string) => string> = {
  uuid: () => "gen_random_uuid()",
  text: (column) => `coalesce(${column}, '') || '.'`,
  integer: (column) => `coalesce(${column}, 0) + 1000`,
  bigint: (column) => `coalesce(${column}, 0) + 1000`,
  date: (column) => `coalesce(${column}, '2026-03-01') + 1`,
  "timestamp with time zone": (column) => `coalesce(${column}, '2026-03-01') + interval '1 microsecond'`,
  jsonb: (column) => `jsonb_build_array(${column})`,
};

interface Edit {
  table: string;
  column: string;
  set: string;
  /** The row, as the database calls it in this transaction. */
  ctid: string;
}

/** What an owner of the database can do: nothing that keeps rows in order stands in the way any more. */
async function dropConstraints(): Promise<void> {
  const { rows } = await sql<{ drop: string }>`
    select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as drop from pg_constraint
    where contype in ('f', 'c') and connamespace = 'milepost'::regnamespace`.execute(database.maintenance);
  for (const { drop } of rows) await sql.raw(drop).execute(database.maintenance);
}

async function possibleEdits(): Promise<Edit[]> {
  const { rows: columns } = await sql<{ table: string; column: string; type: string }>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
    where table_schema = 'milepost' and is_identity = 'NO' and data_type <> 'xid8' order by 1, 2`.execute(
    database.maintenance,
  );
  const edits: Edit[] = [];
  for (const table of Object.keys(TABLES)) {
    const { rows } = await sql<{ ctid: string }>`
      select ctid::text from ${sql.table(`milepost.${table}`)} order by 1`.execute(database.maintenance);
    for (const { column, type } of columns.filter((each) => each.table === table)) {
      const other = OTHER[type];
      if (!other) throw new Error(`no way to alter ${table}.${column}, a ${type}`);
      edits.push(...rows.map(({ ctid }) => ({ table, column, ctid, set: other(column) })));
    }
  }
  return edits;
}

/** Numbers that are the same every time. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    yield state;
  }
}

async function namedBy(tx: Tx): Promise<string[]> {
  const { faults } = await verify({ ...database, maintenance: tx });
  const approvals = await verifyApprovals(tx, kit.dataDir);
  return [...faults.map(() => "event"), ...approvals.faults.map(({ record }) => record)];
}

async function undone(work: (tx: Tx) => Promise<void>): Promise<void> {
  await database.maintenance
    .transaction()
    .execute(async (tx) => {
      await work(tx);
      throw new Error("undo");
    })
    .catch((error) => {
      if (!(error instanceof Error) || error.message !== "undo") throw error;
    });
}

/** All of them with `npm run prove tamper`. */
const EDITS = Number(process.env.MILEPOST_EDITS ?? 200);

test("G14 each of many edits of one field in the database is found, and the record is named", async () => {
  await dropConstraints();
  const edits = await possibleEdits();
  const missed: unknown[] = [];
  const pick = numbers(20_261_127);
  for (let turn = 0; turn < EDITS; turn++) {
    const edit = edits[(pick.next().value ?? 0) % edits.length];
    if (!edit) throw new Error("nothing to edit");
    const { table, column, set, ctid } = edit;
    await undone(async (tx) => {
      await sql`update ${sql.table(`milepost.${table}`)} set ${sql.ref(column)} = ${sql.raw(set)} where ctid = ${ctid}::tid`.execute(
        tx,
      );
      const named = await namedBy(tx);
      if (!named.some((each) => TABLES[table]?.test(each))) missed.push({ table, column, named });
    });
  }
  expect(missed).toEqual([]);
});
