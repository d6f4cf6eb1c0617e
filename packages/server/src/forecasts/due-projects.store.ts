import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import { after, type Cursor, settled, txOfEvent } from "../db/event-order.ts";
import { notInTrash } from "../db/trash.ts";

export interface DueProject {
  workspaceId: string;
  projectId: string;
}

/** Talk and files move no date, nor do a running clock, a closed week, or the news of a forecast itself. */
const SILENT = ["comment", "message", "file", "import", "invitation"];
const SILENT_VERBS = [
  "forecast.changed",
  "time.weekLocked",
  "time.weekOpened",
  "card.timerStarted",
  "card.timerStopped",
  "card.timerResumed",
];

export interface Touched extends Cursor {
  workspaceId: string;
  /** Null: it concerns every project, as holidays and days off do. */
  projectId: string | null;
  silent: boolean;
}

export async function eventsAfter(db: Tx, cursor: Cursor, limit: number): Promise<Touched[]> {
  return db
    .selectFrom("events as e")
    .select(["e.workspaceId", "e.projectId", "e.position", txOfEvent.as("tx")])
    .select((is) => is.or([is("e.subjectKind", "in", SILENT), is("e.verb", "in", SILENT_VERBS)]).as("silent"))
    .where(settled)
    .where(after(cursor))
    .orderBy("e.tx")
    .orderBy("e.position")
    .limit(limit)
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, silent: row.silent === true })));
}

/** Projects at work: the only ones whose dates are still open. */
function atWork(db: Tx) {
  return db
    .selectFrom("projects as p")
    .innerJoin("workspaces as w", "w.workspaceId", "p.workspaceId")
    .select(["p.workspaceId", "p.id as projectId"])
    .where("p.archivedAt", "is", null)
    .where("p.state", "!=", "completed")
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("p.workspaceId")
    .orderBy("p.id");
}

export async function projectsAtWork(
  db: Tx,
  workspaceIds: readonly string[],
  projectIds: readonly string[],
): Promise<DueProject[]> {
  if (workspaceIds.length + projectIds.length === 0) return [];
  return atWork(db)
    .where((is) =>
      is.or([
        is("p.workspaceId", "=", sql<string>`any(${workspaceIds}::uuid[])`),
        is("p.id", "=", sql<string>`any(${projectIds}::uuid[])`),
      ]),
    )
    .execute();
}

/** Projects whose newest forecast counts from another day than today, or that have none. */
export async function projectsOfYesterday(db: Tx, now: Date, limit: number): Promise<DueProject[]> {
  return atWork(db)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("forecasts as f")
            .select("f.id")
            .whereRef("f.workspaceId", "=", "p.workspaceId")
            .whereRef("f.projectId", "=", "p.id")
            .where("f.today", "=", sql<string>`(${now}::timestamptz at time zone w.zone)::date`),
        ),
      ),
    )
    .limit(limit)
    .execute();
}
