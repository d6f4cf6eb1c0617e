import { createHash } from "node:crypto";
import pg from "pg";
import { type Connection, ownerConfig } from "./connection.ts";

import { MIGRATIONS } from "./migrations/all.ts";
import type { Migration } from "./migrations/migration.ts";
import { APP_ROLE, PORTAL_ROLE } from "./roles.ts";

export class SchemaRefusal extends Error {}

interface Applied {
  name: string;
  checksum: string;
}

export interface MigrateOptions {
  /** Called with the pending names before existing data is touched: the place for the verified backup. */
  beforeExistingData?: (pending: string[]) => Promise<void>;
  migrations?: readonly Migration[];
}

const LOCK = 4_280_001;

/** Brings the schema up to this version: forward only, one transaction a step, one process at a time. */
export async function migrate(connection: Connection, options: MigrateOptions = {}): Promise<string[]> {
  const client = new pg.Client(ownerConfig(connection));
  client.on("error", () => undefined);
  await client.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [LOCK]);
    await prepare(client);
    const { rows } = await client.query<Applied>(
      "select name, checksum from milepost.migrations order by name",
    );
    const pending = pendingSteps(rows, options.migrations ?? MIGRATIONS);
    if (pending.length > 0 && rows.length > 0)
      await options.beforeExistingData?.(pending.map((step) => step.name));
    for (const step of pending) await apply(client, step);
    return pending.map((step) => step.name);
  } finally {
    await client.end();
  }
}

/** Names of the steps that this program knows and the database has not seen; refuses a database it does not understand. */
export function pendingSteps(applied: Applied[], known: readonly Migration[]): Migration[] {
  for (const { name, checksum } of applied) {
    const step = known.find((candidate) => candidate.name === name);
    if (!step)
      throw new SchemaRefusal(
        `The database was written by a newer Milepost (step ${name} is unknown here). Start that version, or restore a backup.`,
      );
    if (checksumOf(step) !== checksum)
      throw new SchemaRefusal(
        `Step ${name} of the database differs from the one in this program. Milepost does not run on a schema it does not know.`,
      );
  }
  return known.filter((step) => !applied.some(({ name }) => name === step.name));
}

async function prepare(client: pg.Client): Promise<void> {
  for (const role of [APP_ROLE, PORTAL_ROLE]) {
    await client.query(`do $$ begin
      if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin; end if;
    exception when duplicate_object or unique_violation then null; end $$`);
    await client.query(`do $$ begin
      if not pg_has_role(current_user, '${role}', 'set') then execute format('grant ${role} to %I', current_user); end if;
    exception when syntax_error_or_access_rule_violation or invalid_parameter_value then
      execute format('grant ${role} to %I', current_user);
    end $$`);
  }
  await client.query("create schema if not exists milepost");
  await client.query(
    "create table if not exists milepost.migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())",
  );
}

async function apply(client: pg.Client, step: Migration): Promise<void> {
  await client.query("begin");
  try {
    for (const statement of step.statements) await client.query(statement);
    await client.query("insert into milepost.migrations (name, checksum) values ($1, $2)", [
      step.name,
      checksumOf(step),
    ]);
    await client.query("commit");
  } catch (error) {
    await client.query("rollback");
    throw new Error(`Migration ${step.name} failed and was rolled back`, { cause: error });
  }
}

function checksumOf(step: Migration): string {
  return createHash("sha256").update(step.statements.join(";\n")).digest("hex");
}
