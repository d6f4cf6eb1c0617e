import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";

const TABLES = {
  project: "projects",
  card: "cards",
  milestone: "milestones",
  objective: "objectives",
  risk: "risks",
  file: "files",
  message: "messages",
  field: "customFields",
  door: "doors",
  cardTemplate: "cardTemplates",
} as const;

type Kind = keyof typeof TABLES;

interface Discarded {
  workspaceId: string;
  kind: string;
  thingId: string;
  projectId: string | null;
}

export async function trashBefore(db: Tx, day: Date, limit: number): Promise<Discarded[]> {
  return db
    .selectFrom("trash")
    .select(["workspaceId", "kind", "thingId", "projectId"])
    .where("createdAt", "<", day)
    .where("kind", "in", Object.keys(TABLES))
    .orderBy("createdAt")
    .limit(limit)
    .execute();
}

/** For good: what hangs on the thing goes with it, the events that tell of it stay. */
export async function purge(
  db: Tx,
  { workspaceId, kind, thingId, projectId }: Discarded,
  at: Date,
): Promise<void> {
  // Columns hold on to their cards, so a project's cards go first.
  if (kind === "project")
    await db
      .deleteFrom("cards")
      .where("workspaceId", "=", workspaceId)
      .where("projectId", "=", thingId)
      .execute();
  // trashBefore asks for these kinds alone.
  const table = TABLES[kind as Kind];
  await db.deleteFrom(table).where("workspaceId", "=", workspaceId).where("id", "=", thingId).execute();
  await db
    .deleteFrom("trash")
    .where("workspaceId", "=", workspaceId)
    .where("thingId", "=", thingId)
    .execute();
  await db
    .insertInto("events")
    .values({
      workspaceId,
      id: newId(),
      actorId: null,
      verb: `${kind}.purged`,
      subjectKind: kind,
      subjectId: thingId,
      projectId,
      at,
    })
    .execute();
}

export async function forgetIdempotencyKeys(db: Tx, before: Date): Promise<void> {
  await db.deleteFrom("idempotency").where("createdAt", "<", before).execute();
}

export async function forgetAttempts(db: Tx, before: Date): Promise<void> {
  await db.deleteFrom("auth.attempts").where("since", "<", before).execute();
}

export async function forgetSessions(db: Tx, now: Date): Promise<void> {
  await db.deleteFrom("auth.session").where("expiresAt", "<", now).execute();
  await sql`delete from auth.verification where expires_at < ${now}`.execute(db);
}
