import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

/** What the client has decided since then, oldest first. */
export async function decidedSince(
  { tx, actor, now }: Scope,
  projectId: string,
  since: Date,
): Promise<{ title: string; outcome: string }[]> {
  const rows = await tx
    .selectFrom("approvals")
    .select(["title", "outcome"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("audience", "=", "client")
    .where("outcomeAt", ">", since)
    .where("outcomeAt", "<=", now)
    .orderBy("outcomeAt")
    .execute();
  return rows.map(({ title, outcome }) => ({ title, outcome: outcome ?? "" }));
}

/** The notes for the client from reviews of these days, in the order of their milestones. */
export async function clientNotes(
  { tx, actor }: Scope,
  projectId: string,
  { after, until }: { after: Date | null; until: Date },
): Promise<{ milestoneId: string; words: string }[]> {
  return tx
    .selectFrom("reviewLines as l")
    .innerJoin("reviews as r", (on) =>
      on.onRef("r.workspaceId", "=", "l.workspaceId").onRef("r.id", "=", "l.reviewId"),
    )
    .innerJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "l.workspaceId").onRef("m.id", "=", "l.milestoneId"),
    )
    .select(["l.milestoneId", "l.clientNote as words"])
    .where("l.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .where("r.skippedAt", "is", null)
    .where("l.clientNote", "!=", "")
    .where("l.notedAt", "<=", until)
    .$if(after !== null, (query) => query.where("l.notedAt", ">", after))
    .orderBy("r.dueAt")
    .orderBy("m.number")
    .execute();
}

/** What the client was asked for and has not answered, soonest first. */
export async function openAsks(
  { tx, actor, now }: Scope,
  projectId: string,
): Promise<{ title: string; dueOn: string | null }[]> {
  const { rows } = await sql<{ title: string; dueOn: string | null }>`
    select title, due_on, asked_at as at from client_requests
      where workspace_id = ${actor.workspaceId} and project_id = ${projectId} and state = 'asked'
    union all
    select title, due_on, opens_at from approvals
      where workspace_id = ${actor.workspaceId} and project_id = ${projectId} and audience = 'client' and opens_at <= ${now}
        and outcome_at is null and superseded_at is null and cancelled_at is null
    order by due_on nulls last, at`.execute(tx);
  return rows;
}

/** The next review that is neither held nor skipped, and whether the client has a part in it. */
export async function nextReview(
  { tx, actor }: Scope,
  projectId: string,
  today: string,
): Promise<{ dueOn: string; clientPart: boolean } | undefined> {
  return tx
    .selectFrom("reviews as r")
    .innerJoin("reviewSeries as s", (on) =>
      on.onRef("s.workspaceId", "=", "r.workspaceId").onRef("s.projectId", "=", "r.projectId"),
    )
    .select(["r.dueOn", "s.clientPart"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .where("r.heldAt", "is", null)
    .where("r.skippedAt", "is", null)
    .where("r.dueOn", ">=", today)
    .orderBy("r.dueOn")
    .limit(1)
    .executeTakeFirst();
}
