import {
  CamelCasePlugin,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type RawBuilder,
} from "kysely";
import pg from "pg";
import type { Access, AccessQuestion } from "./access.ts";
import { appConfig, type Connection, ownerConfig } from "./connection.ts";
import { type Entered, Entrance } from "./entrance.ts";
import type { PortalSchema } from "./portal-schema.ts";
import { ReadTogether } from "./read-together.ts";
import type { Schema } from "./schema.ts";
import {
  atOnce,
  type Begin,
  entering,
  enteringPortal,
  gather,
  inTransaction,
  outsideOfTransactions,
  type Sight,
} from "./transaction.ts";

export type Tx = Kysely<Schema>;
export type PortalTx = Kysely<PortalSchema>;

interface AccessSteps<P, T> {
  prepare: (tx: Tx, access: Access) => Promise<P>;
  work: (tx: Tx, entered: Entered<P>) => Promise<T>;
}

export interface Database {
  /** One transaction in which only this workspace's rows exist; retried when PostgreSQL asks for it. */
  inWorkspace<T>(
    workspaceId: string,
    work: (tx: Tx) => Promise<T>,
    options?: { readOnly?: boolean },
  ): Promise<T>;
  /**
   * The same for a request: who asks is found on the way into the transaction, and what `prepare` loads for that person
   * comes in the same trip. `work` runs in that person's workspace, or outside of every workspace when nobody is found.
   * `prepare` only reads: it may run again.
   */
  inAccess<P, T>(
    question: AccessQuestion,
    steps: AccessSteps<P, T>,
    options?: { readOnly?: boolean },
  ): Promise<T>;
  /**
   * Reads as a person of a client: the transaction runs as a role that sees the views of the schema `portal` and nothing
   * else, and in those only what this person's projects hold.
   */
  inPortal<T>(sight: Sight, work: (tx: PortalTx) => Promise<T>): Promise<T>;
  /** Single statements before the workspace is known (sessions, links). */
  outside: Tx;
  /** The owner's view over all workspaces, for worker, backup and command line; never for a request. */
  maintenance: Tx;
  /** Pools for pg-boss and COPY. */
  ownerPool: pg.Pool;
  close(): Promise<void>;
}

const MAX_NAMED = 600;

type Row = Record<string, unknown>;

const aparts = new WeakMap<Tx, (workspaceId: string, statement: pg.QueryConfig) => Promise<Row[]>>();

/** One statement in a transaction of its own beside this one, for what nobody should wait for until this one ends. */
export async function apart(tx: Tx, workspaceId: string, statement: RawBuilder<unknown>): Promise<Row[]> {
  const { sql: text, parameters } = statement.compile(tx);
  const ask = aparts.get(tx);
  if (!ask) throw new Error("beside a transaction of a workspace only");
  return ask(workspaceId, { text, values: [...parameters] });
}

pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function openDatabase(connection: Connection, log: (error: Error) => void, size = 8): Database {
  const pool = new pg.Pool({ ...appConfig(connection), max: size, pipeline: true });
  const ownerPool = new pg.Pool({ ...ownerConfig(connection), max: 3 });
  const apartPool = new pg.Pool({ ...appConfig(connection), max: 1, pipeline: true });
  for (const each of [pool, ownerPool, apartPool]) {
    each.on("error", log);
    // A connection that dies while it is lent out tells its client, not the pool; unheard, that ends the process.
    each.on("connect", (client) => client.on("error", log));
  }
  const entrance = new Entrance();
  const together = new ReadTogether(pool, entrance);
  const perClient = new WeakMap<pg.PoolClient, Tx>();
  const on = (client: pg.PoolClient): Tx => {
    const known = perClient.get(client);
    if (known) return known;
    const made = kyselyOver(async () => named(client, () => undefined));
    perClient.set(client, made);
    aparts.set(made, (workspaceId, statement) => atOnce(apartPool, workspaceId, statement));
    return made;
  };
  return {
    inWorkspace: (workspaceId, work, options) =>
      inTransaction(pool, inWorkspace(workspaceId), (client) => work(on(client)), options?.readOnly),
    inAccess: <P, T>(
      question: AccessQuestion,
      steps: AccessSteps<P, T>,
      options?: { readOnly?: boolean },
    ) => {
      const prepare = (client: pg.PoolClient, access: Access) => steps.prepare(on(client), access);
      const work = (client: pg.PoolClient, entered: Entered<P>) => steps.work(on(client), entered);
      const alone = () => inTransaction(pool, entrance.begin(question, prepare), work, options?.readOnly);
      return options?.readOnly ? together.read(question, { prepare, work }, alone) : alone();
    },
    inPortal: (sight, work) =>
      // The connection is the same; the role it works as knows no other tables than those of this type.
      inTransaction(pool, inPortal(sight), (client) => work(on(client) as unknown as PortalTx), true),
    outside: kyselyOver(async () => {
      const client = await outsideOfTransactions(pool);
      return named(client, () => client.release());
    }),
    maintenance: kyselyOver(async () => ownerPool.connect()),
    ownerPool,
    close: async () => {
      await Promise.all([pool.end(), ownerPool.end(), apartPool.end()]);
    },
  };
}

function inWorkspace(workspaceId: string): Begin<undefined> {
  return async (client, mode) => {
    await client.query(entering(mode, workspaceId));
    return undefined;
  };
}

function inPortal(sight: Sight): Begin<undefined> {
  return async (client, mode) => {
    await client.query(enteringPortal(mode, sight));
    return undefined;
  };
}

function kyselyOver(connect: () => Promise<Pick<pg.PoolClient, "query" | "release">>): Tx {
  const pool = { connect, end: async () => undefined };
  return new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PostgresDriver({ pool: pool as never }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}

const names = new Map<string, string>();

/** Statements by name: PostgreSQL parses and plans each text once per connection. */
function named(client: pg.PoolClient, release: () => void): Pick<pg.PoolClient, "query" | "release"> {
  const query = (text: string, values: unknown[]) => {
    let name = names.get(text);
    if (!name && names.size < MAX_NAMED) {
      name = `q${names.size}`;
      names.set(text, name);
    }
    gather(client);
    return client.query(name ? { name, text, values } : { text, values });
  };
  return { query: query as pg.PoolClient["query"], release };
}
