import pg from "pg";
import { sayIn } from "../words/say.ts";
import { PORTAL_ROLE } from "./roles.ts";

/** Opens the transaction on this connection; the statements travel together. */
export type Begin<A> = (client: pg.PoolClient, mode: string) => Promise<A>;

/** The beginning turned out to rest on something that is no longer so: once more, from the start. */
export class BeginAgain extends Error {}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const ATTEMPTS = 4;
/** How long a read that is over may stay open when nobody needs its connection. */
const LINGER_MS = 10;

export async function inTransaction<T, A>(
  pool: pg.Pool,
  begin: Begin<A>,
  work: (client: pg.PoolClient, begun: A) => Promise<T>,
  readOnly = false,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const client = await pool.connect();
    try {
      const result = await work(client, await begin(client, opening(client, readOnly)));
      if (readOnly) endLater(client);
      else await end(client, "commit");
      return result;
    } catch (error) {
      if (error instanceof EndFailed) throw error.cause;
      const broken = await end(client, "rollback").then(
        () => false,
        () => true,
      );
      if (broken || attempt >= ATTEMPTS || !worthRetrying(error)) throw error;
    }
  }
}

/**
 * A transaction of one statement, in one trip. It does not wait for the disk: whatever is built on it commits later, and
 * with that it is on the disk too.
 */
export async function atOnce(
  pool: pg.Pool,
  workspaceId: string,
  statement: pg.QueryConfig,
): Promise<Record<string, unknown>[]> {
  const client = await pool.connect();
  try {
    gather(client);
    const [, { rows }] = await Promise.all([
      client.query(entering("begin; set local synchronous_commit = off", workspaceId)),
      client.query<Record<string, unknown>>(statement),
      client.query("commit"),
    ]);
    client.release();
    return rows;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

/** A connection for statements of their own, outside of a transaction. */
export async function outsideOfTransactions(pool: pg.Pool): Promise<pg.PoolClient> {
  const client = await pool.connect();
  if (owesCommit(client)) client.query("commit").catch(() => undefined);
  return client;
}

/** Statements that are asked together leave in one write: each write of its own wakes the database once more. */
export function gather({ connection: { stream } }: pg.PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const lingering = new WeakMap<pg.PoolClient, NodeJS.Timeout>();

/** Reads that share a transaction: it enters their workspace and goes on at once; if that fails, they fail too. */
export function beginReading(client: pg.PoolClient, workspaceId: string): void {
  gather(client);
  client.query(entering(opening(client, true), workspaceId)).catch(() => undefined);
}

/** The beginning of a transaction in which only this workspace's rows exist. */
export function entering(mode: string, workspaceId: string): string {
  if (!UUID.test(workspaceId)) throw new Error("a workspace id is a UUID");
  return `${mode}; select set_config('app.workspace', '${workspaceId}', true)`;
}

/** Whose eyes a page for clients looks through, and when. */
export interface Sight {
  workspaceId: string;
  /** The contact; null when a member looks at what a client of this project would see. */
  personId: string | null;
  /** A project that is shown to a member, whatever contacts it has. */
  projectId: string | null;
  now: Date;
  /** The reader's language, for the one word that stands in place of a name that was erased. */
  language?: string;
}

/** The beginning of a transaction that sees what this person of a client may read. */
export function enteringPortal(
  mode: string,
  { workspaceId, personId, projectId, now, language = "en" }: Sight,
): string {
  const ids = Object.entries({ person: personId ?? "", project: projectId ?? "" });
  if (ids.some(([, id]) => id !== "" && !UUID.test(id))) throw new Error("an id is a UUID");
  const former = sayIn(language)("Former contact").replaceAll("'", "''");
  const settings = [...ids, ["now", now.toISOString()], ["former", former]].map(
    ([name, value]) => `set_config('app.${name}', '${value}', true)`,
  );
  return `${entering(mode, workspaceId)}, ${settings.join(", ")}; set local role ${PORTAL_ROLE}`;
}

/** A read has nothing to lose: its commit leaves with the next transaction on this connection, or after a moment. */
export function endLater(client: pg.PoolClient): void {
  const timer = setTimeout(() => {
    if (owesCommit(client)) client.query("commit").catch(() => undefined);
  }, LINGER_MS);
  lingering.set(client, timer);
  client.release();
}

function owesCommit(client: pg.PoolClient): boolean {
  clearTimeout(lingering.get(client));
  return lingering.delete(client);
}

function opening(client: pg.PoolClient, readOnly: boolean): string {
  return `${owesCommit(client) ? "commit; " : ""}${readOnly ? "begin read only" : "begin"}`;
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

/** Serialization failure, deadlock, or two neighbours that took the same place in a list. */
function worthRetrying(error: unknown): boolean {
  if (error instanceof BeginAgain) return true;
  if (!(error instanceof pg.DatabaseError)) return false;
  if (error.code === "40001" || error.code === "40P01") return true;
  return error.code === "23505" && (error.constraint ?? "").includes("_position_");
}
