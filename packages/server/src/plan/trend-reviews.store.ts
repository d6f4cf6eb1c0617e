import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { visibleMilestones } from "../milestones/milestones.store.ts";
import type { Report } from "./trend-reports.ts";

export interface PastReview {
  dueOn: string;
  /** The day on which it was held; null where it was not. */
  heldOn: string | null;
  skipped: boolean;
  skipReason: string;
}

const heldOn = sql<string>`(r.held_at at time zone w.zone)::date`;

/** The reviews of a project whose time has come: held, skipped or let pass, oldest first. */
export async function pastReviews({ tx, actor, now }: Scope, projectId: string): Promise<PastReview[]> {
  return tx
    .selectFrom("reviews as r")
    .innerJoin("workspaces as w", "w.workspaceId", "r.workspaceId")
    .select(["r.dueOn", "r.skipReason", sql<boolean>`r.skipped_at is not null`.as("skipped")])
    .select(sql<string | null>`${heldOn}`.as("heldOn"))
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .where((is) =>
      is.or([
        is("r.heldAt", "is not", null),
        is("r.skippedAt", "is not", null),
        // Whoever sits in a review today has not missed it.
        sql<boolean>`r.due_on < (${now}::timestamptz at time zone w.zone)::date`,
      ]),
    )
    .orderBy("r.dueAt")
    .execute();
}

/** The date of a milestone as a review left it: what was decided there about its date, else what was found. */
export async function reviewedDates(scope: Scope, projectId: string): Promise<Report[]> {
  const rows = await visibleMilestones(scope)
    .innerJoin("reviewLines as l", (on) =>
      on.onRef("l.workspaceId", "=", "m.workspaceId").onRef("l.milestoneId", "=", "m.id"),
    )
    .innerJoin("reviews as r", (on) =>
      on.onRef("r.workspaceId", "=", "l.workspaceId").onRef("r.id", "=", "l.reviewId"),
    )
    .innerJoin("workspaces as w", "w.workspaceId", "r.workspaceId")
    .select([
      "l.milestoneId",
      heldOn.as("on"),
      sql<string | null>`coalesce(${DECIDED_ON}, l.target_on)`.as("targetOn"),
    ])
    .where("r.projectId", "=", projectId)
    .where("r.heldAt", "is not", null)
    .orderBy("r.heldAt")
    .execute();
  return rows.flatMap(({ targetOn, ...row }) =>
    targetOn === null ? [] : [{ ...row, targetOn, source: "review" as const, n: null }],
  );
}

const DECIDED_ON = sql<string | null>`(
  select (a.after ->> 'targetOn')::date from adjustments a
  where a.workspace_id = l.workspace_id and a.review_id = l.review_id and a.milestone_id = l.milestone_id
    and a.field = 'date' and a.undone_at is null
  order by a.created_at desc limit 1)`;
