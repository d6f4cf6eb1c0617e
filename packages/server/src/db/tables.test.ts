import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { freshDatabase } from "../testing/database.ts";
import { ownerConfig } from "./connection.ts";

/** Tables of the installation, which belong to no workspace. */
const SHARED = ["cursors", "leases", "migrations"];

const client = new pg.Client(ownerConfig(await freshDatabase()));
await client.connect();
afterAll(() => client.end());

async function names(query: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(query);
  return rows.map(({ name }) => name);
}

const OURS = `from pg_class t join pg_namespace s on s.oid = t.relnamespace and s.nspname = 'milepost'`;
const WORKSPACE = `(select attnum from pg_attribute where attrelid = t.oid and attname = 'workspace_id' and attnotnull)`;

test("every table belongs to a workspace, by its key and by a wall that its owner meets too", async () => {
  const tables = await names(`select t.relname as name ${OURS} where t.relkind = 'r'`);
  const walled = await names(`select t.relname as name ${OURS}
    join pg_index k on k.indrelid = t.oid and k.indisprimary and k.indkey[0] = ${WORKSPACE}
    where t.relkind = 'r' and t.relrowsecurity and t.relforcerowsecurity`);
  expect(tables.filter((table) => !walled.includes(table)).sort()).toEqual(SHARED);
});

test("a reference to what workspaces own stays in its workspace, and an index leads back along it", async () => {
  const references = `${OURS} join pg_constraint r on r.conrelid = t.oid and r.contype = 'f'`;
  const outward = await names(`select t.relname || ': ' || r.conname as name ${references}
    where not (r.conkey @> array[${WORKSPACE}]) and r.confrelid <> 'auth."user"'::regclass`);
  expect(outward).toEqual([]);
  const slow = await names(`select t.relname || ': ' || r.conname as name ${references}
    where not exists (select from pg_index i where i.indrelid = t.oid and i.indpred is null
      and (i.indkey::int2[])[0:cardinality(r.conkey) - 1] @> r.conkey)`);
  expect(slow).toEqual([]);
});

test("no index is kept that another one begins with", async () => {
  const twice = await names(`select a.indexrelid::regclass::text as name ${OURS}
    join pg_index a on a.indrelid = t.oid and not a.indisunique and a.indpred is null and a.indexprs is null
    join pg_index b on b.indrelid = t.oid and b.indexrelid <> a.indexrelid and b.indpred is null
      and b.indkey::text || ' ' like a.indkey::text || ' %'`);
  expect(twice).toEqual([]);
});
