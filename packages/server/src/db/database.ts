import {
  CamelCasePlugin,
  Kysely,
  PostgresAdapter,
  PostgresDriver,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from "kysely";
import pg from "pg";
import { type Access, type AccessQuestion, ENTER, toAccess } from "./access.ts";
import { appConfig, type Connection, ownerConfig } from "./connection.ts";
import type { Schema } from "./schema.ts";

export type Tx = Kysely<Schema>;

export interface Database {
  /** One transaction in which only this workspace's rows exist; retried when PostgreSQL asks for it. */
  inWorkspace<T>(
    workspaceId: string,
    work: (tx: Tx) => Promise<T>,
    options?: { readOnly?: boolean },
  ): Promise<T>;
  /**
   * The same for a request: who asks is found on the way into the transaction, in one trip to the database. `work` runs
   * in that person's workspace, or outside of every workspace when nobody is found.
   */
  inAccess<T>(
    question: AccessQuestion,
    work: (tx: Tx, access: Access | undefined) => Promise<T>,
    options?: { readOnly?: boolean },
  ): Promise<T>;
  /** Single statements before the workspace is known (sessions, links). */
  outside: Tx;
  /** The owner's view over all workspaces, for worker, backup and command line; never for a request. */
  maintenance: Tx;
  /** Pools for pg-boss and COPY. */
  ownerPool: pg.Pool;
  close(): Promise<void>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const MAX_NAMED = 600;

pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

export function openDatabase(connection: Connection, log: (error: Error) => void, size = 8): Database {
  const pool = new pg.Pool({ ...appConfig(connection), max: size, pipeline: true });
  const ownerPool = new pg.Pool({ ...ownerConfig(connection), max: 3 });
  for (const each of [pool, ownerPool]) {
    each.on("error", log);
    // A connection that dies while it is lent out tells its client, not the pool; unheard, that ends the process.
    each.on("connect", (client) => client.on("error", log));
  }
  const perClient = new WeakMap<pg.PoolClient, Tx>();
  const on = (client: pg.PoolClient): Tx => {
    const known = perClient.get(client);
    if (known) return known;
    const made = kyselyOver(async () => named(client, () => undefined));
    perClient.set(client, made);
    return made;
  };
  return {
    inWorkspace: (workspaceId, work, options) =>
      inTransaction(pool, inWorkspace(workspaceId), (client) => work(on(client)), options?.readOnly),
    inAccess: (question, work, options) =>
      inTransaction(
        pool,
        inAccess(question),
        (client, access) => work(on(client), access),
        options?.readOnly,
      ),
    outside: kyselyOver(async () => {
      const client = await pool.connect();
      return named(client, () => client.release());
    }),
    maintenance: kyselyOver(async () => ownerPool.connect()),
    ownerPool,
    close: async () => {
      await Promise.all([pool.end(), ownerPool.end()]);
    },
  };
}

/** Opens the transaction on this connection; the statements travel together. */
type Begin<A> = (client: pg.PoolClient, mode: string) => Promise<A>;

async function inTransaction<T, A>(
  pool: pg.Pool,
  begin: Begin<A>,
  work: (client: pg.PoolClient, begun: A) => Promise<T>,
  readOnly = false,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    try {
      const result = await work(client, await begin(client, readOnly ? "begin read only" : "begin"));
      // A read has nothing to lose, so its answer does not wait for the end of its transaction.
      const ended = end(client, "commit");
      if (readOnly) ended.catch(() => undefined);
      else await ended;
      return result;
    } catch (error) {
      if (error instanceof EndFailed) throw error.cause;
      const broken = await end(client, "rollback").then(
        () => false,
        () => true,
      );
      if (broken || attempt >= 4 || !worthRetrying(error)) throw error;
    }
  }
}

class EndFailed extends Error {}

/** Ends the transaction and gives the connection back, or away for good when it does not answer. */
async function end(client: pg.PoolClient, how: "commit" | "rollback"): Promise<void> {
  try {
    await client.query(how);
    client.release();
  } catch (cause) {
    client.release(true);
    throw new EndFailed(how, { cause });
  }
}

function inWorkspace(workspaceId: string): Begin<undefined> {
  if (!UUID.test(workspaceId)) throw new Error("a workspace id is a UUID");
  return async (client, mode) => {
    await client.query(`${mode}; select set_config('app.workspace', '${workspaceId}', true)`);
    return undefined;
  };
}

function inAccess({ kind, hash, workspace }: AccessQuestion): Begin<Access | undefined> {
  return async (client, mode) => {
    gather(client);
    const [, found] = await Promise.all([
      client.query(mode),
      client.query<Record<string, unknown>>({ ...ENTER, values: [kind, hash, workspace] }),
    ]);
    return toAccess(found.rows[0]);
  };
}

/** Serialization failure, deadlock, or two neighbours that took the same place in a list. */
function worthRetrying(error: unknown): boolean {
  if (!(error instanceof pg.DatabaseError)) return false;
  if (error.code === "40001" || error.code === "40P01") return true;
  return error.code === "23505" && (error.constraint ?? "").includes("_position_");
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

/** Statements that are asked together leave in one write: each write of its own wakes the database once more. */
function gather({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
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
