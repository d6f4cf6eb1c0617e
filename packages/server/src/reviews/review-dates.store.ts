import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

function reviewDates({ tx, actor }: Scope) {
  return tx
    .selectFrom("reviews as r")
    .leftJoin("persons as h", (on) =>
      on.onRef("h.workspaceId", "=", "r.workspaceId").onRef("h.id", "=", "r.heldBy"),
    )
    .leftJoin("persons as k", (on) =>
      on.onRef("k.workspaceId", "=", "r.workspaceId").onRef("k.id", "=", "r.skippedBy"),
    )
    .select(["r.id", "r.projectId", "r.dueAt", "r.dueOn", "r.openedAt", "r.heldAt", "r.skippedAt"])
    .select(["r.skipReason", "r.heldBy", "r.skippedBy", "h.name as holder", "k.name as skipper"])
    .where("r.workspaceId", "=", actor.workspaceId);
}

export type ReviewDateRow = Awaited<ReturnType<typeof datesOfProject>>[number];

/** The reviews of a project, newest first. */
export async function datesOfProject(scope: Scope, projectId: string, limit: number) {
  return reviewDates(scope)
    .where("r.projectId", "=", projectId)
    .orderBy("r.dueAt", "desc")
    .limit(limit)
    .execute();
}

export interface OutcomeRow {
  id: string;
  leaderId: string | null;
  leader: string | null;
  milestones: number;
  onTrack: number;
  atRisk: number;
  offTrack: number;
  waiting: number;
  moved: number;
  redefined: number;
  split: number;
  dropped: number;
  actions: number;
}

/** What those of these reviews that were held came to: each milestone by what was said of it, else as it was computed. */
export async function outcomesOf(
  { tx, actor }: Scope,
  reviewIds: readonly string[],
): Promise<Map<string, OutcomeRow>> {
  if (reviewIds.length === 0) return new Map();
  const { rows } = await sql<OutcomeRow>`
    select r.id, r.leader_id, p.name as leader, l.*,
      (select count(*)::integer from review_actions a where a.workspace_id = r.workspace_id and a.review_id = r.id) as actions
    from reviews r
    left join persons p on p.workspace_id = r.workspace_id and p.id = r.leader_id
    cross join lateral (
      select count(*)::integer as milestones,
        (count(*) filter (where coalesce(l.stated, l.computed) = 'on_track'))::integer as on_track,
        (count(*) filter (where coalesce(l.stated, l.computed) = 'at_risk'))::integer as at_risk,
        (count(*) filter (where coalesce(l.stated, l.computed) = 'off_track'))::integer as off_track,
        (count(*) filter (where coalesce(l.stated, l.computed) = 'waiting_for_client'))::integer as waiting,
        (count(*) filter (where l.decision = 'move'))::integer as moved,
        (count(*) filter (where l.decision = 'redefine'))::integer as redefined,
        (count(*) filter (where l.decision = 'split'))::integer as split,
        (count(*) filter (where l.decision = 'drop'))::integer as dropped
      from review_lines l where l.workspace_id = r.workspace_id and l.review_id = r.id) l
    where r.workspace_id = ${actor.workspaceId} and r.id in (${sql.join([...reviewIds])}) and r.held_at is not null`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function countReviews({ tx, actor }: Scope, projectId: string): Promise<number> {
  const { n } = await tx
    .selectFrom("reviews")
    .select((row) => row.fn.countAll<number>().as("n"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .executeTakeFirstOrThrow();
  return n;
}

export async function findReviewDate(scope: Scope, id: string): Promise<ReviewDateRow | undefined> {
  return reviewDates(scope).where("r.id", "=", id).executeTakeFirst();
}

/** The newest review of each of these projects. */
export async function newestDates(scope: Scope, projectIds: readonly string[]): Promise<ReviewDateRow[]> {
  if (projectIds.length === 0) return [];
  return reviewDates(scope)
    .distinctOn("r.projectId")
    .where("r.projectId", "in", projectIds)
    .orderBy("r.projectId")
    .orderBy("r.dueAt", "desc")
    .execute();
}

/** Reviews of these projects that somebody has opened and nobody has closed, with who leads and whether they still work here. */
export async function unfinishedDates({ tx, actor }: Scope, projectIds: readonly string[]) {
  if (projectIds.length === 0) return [];
  return tx
    .selectFrom("reviews as r")
    .leftJoin("persons as l", (on) =>
      on.onRef("l.workspaceId", "=", "r.workspaceId").onRef("l.id", "=", "r.leaderId"),
    )
    .leftJoin("members as m", (on) =>
      on
        .onRef("m.workspaceId", "=", "r.workspaceId")
        .onRef("m.personId", "=", "r.leaderId")
        .on("m.status", "=", "active"),
    )
    .select(["r.projectId", "r.dueOn", "l.id as leaderId", "l.name as leader", "m.personId as hereId"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "in", projectIds)
    .where("r.openedAt", "is not", null)
    .where("r.heldAt", "is", null)
    .where("r.skippedAt", "is", null)
    .orderBy("r.openedAt", "desc")
    .execute();
}

export type UnfinishedRow = Awaited<ReturnType<typeof unfinishedDates>>[number];

/** False when it was held or skipped meanwhile, or is going on. */
export async function writeSkip({ tx, actor, now }: Scope, id: string, reason: string): Promise<boolean> {
  const result = await tx
    .updateTable("reviews")
    .set({ skippedAt: now, skippedBy: actor.personId, skipReason: reason })
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("heldAt", "is", null)
    .where("skippedAt", "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
