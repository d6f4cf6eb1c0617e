import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, exactInstant, settled, txOfEvent } from "../db/event-order.ts";
import type { EventFacts, Seal } from "./seal.ts";

export type SealableEvent = EventFacts & { workspaceId: string; tx: string; position: number };
export type SealedEvent = Seal & { event: EventFacts | null };

const FACTS = [
  "e.id",
  "e.verb",
  "e.subjectKind",
  "e.subjectId",
  "e.projectId",
  "e.audience",
  "e.actorId",
  "e.data",
  exactInstant.as("at"),
] as const;

/** Settled events after the cursor that carry no seal yet, in the order in which they are sealed. */
export async function unsealedEvents(db: Tx, cursor: Cursor, limit: number): Promise<SealableEvent[]> {
  return db
    .selectFrom("events as e")
    .leftJoin("seals as s", (join) =>
      join.onRef("s.workspaceId", "=", "e.workspaceId").onRef("s.eventId", "=", "e.id"),
    )
    .select([...FACTS, "e.workspaceId", "e.position", txOfEvent.as("tx")])
    .where(settled)
    .where(after(cursor))
    .where("s.eventId", "is", null)
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute();
}

/** The last seal of each of these chains: one step into the index each, however long the chain is. */
export async function chainHeads(
  db: Tx,
  chains: readonly Pick<Seal, "workspaceId" | "chain">[],
): Promise<Pick<Seal, "workspaceId" | "chain" | "n" | "hash">[]> {
  const workspaceIds = chains.map(({ workspaceId }) => workspaceId);
  const names = chains.map(({ chain }) => chain);
  const { rows } = await sql<Pick<Seal, "workspaceId" | "chain" | "n" | "hash">>`
    select s.workspace_id, s.chain, s.n, s.hash from unnest(${workspaceIds}::uuid[], ${names}::uuid[]) as c (workspace_id, chain)
    cross join lateral (select * from seals where workspace_id = c.workspace_id and chain = c.chain order by n desc limit 1) s`.execute(
    db,
  );
  return rows;
}

export async function insertSeals(db: Tx, seals: readonly Seal[]): Promise<void> {
  const all = <Key extends keyof Seal>(key: Key) => seals.map((seal) => seal[key]);
  const covers = seals.map((each) => (each.covers === null ? null : JSON.stringify(each.covers)));
  await sql`insert into seals (workspace_id, chain, n, event_id, content_hash, approval_id, covers, body, prev, hash)
    select * from unnest(${all("workspaceId")}::uuid[], ${all("chain")}::uuid[], ${all("n")}::bigint[], ${all("eventId")}::uuid[],
      ${all("contentHash")}::text[], ${all("approvalId")}::uuid[], ${covers}::jsonb[], ${all("body")}::text[], ${all("prev")}::text[],
      ${all("hash")}::text[])`.execute(db);
}

/** Seals with their events, chain by chain, in pages. */
export async function sealsAfter(
  db: Tx,
  last: Pick<Seal, "workspaceId" | "chain" | "n"> | null,
  limit: number,
): Promise<SealedEvent[]> {
  let query = db
    .selectFrom("seals as s")
    .leftJoin("events as e", (join) =>
      join.onRef("e.workspaceId", "=", "s.workspaceId").onRef("e.id", "=", "s.eventId"),
    )
    .select(["s.workspaceId", "s.chain", "s.n", "s.eventId", "s.contentHash", "s.prev", "s.hash"])
    .select(["s.approvalId", "s.covers", "s.body"])
    .select(FACTS)
    .orderBy("s.workspaceId")
    .orderBy("s.chain")
    .orderBy("s.n")
    .limit(limit);
  if (last)
    query = query.where(
      sql<boolean>`(s.workspace_id, s.chain, s.n) > (${last.workspaceId}::uuid, ${last.chain}::uuid, ${last.n}::bigint)`,
    );
  const rows = await query.execute();
  return rows.map(({ workspaceId, chain, n, eventId, contentHash, prev, hash, ...rest }) => {
    const { approvalId, covers, body, ...event } = rest;
    const sealed = { workspaceId, chain, n, eventId, contentHash, approvalId, covers, body, prev, hash };
    return {
      ...sealed,
      // A left join finds either all of the event or nothing of it.
      event: event.id === null ? null : (event as EventFacts),
    };
  });
}

export async function countUnsealed(db: Tx): Promise<number> {
  const { n } = await db
    .selectFrom("events as e")
    .leftJoin("seals as s", (join) =>
      join.onRef("s.workspaceId", "=", "e.workspaceId").onRef("s.eventId", "=", "e.id"),
    )
    .select((row) => row.fn.countAll<number>().as("n"))
    .where("s.eventId", "is", null)
    .executeTakeFirstOrThrow();
  return n;
}
