import type { Scope } from "../access/scope.ts";
import type { ReasonCodeWord } from "../milestones/adjustments.view.ts";
import { visibleMilestones } from "../milestones/milestones.store.ts";

export interface WhichAdjustments {
  projectId: string;
  id?: string;
  milestoneId?: string | undefined;
  /** Only what stands and was told nobody. */
  untold?: boolean | undefined;
  /** Only what this publication told. */
  publicationId?: string;
}

/** What was changed of what had been promised, newest first, with names: only of milestones that this person may see. */
export async function listAdjustments(scope: Scope, which: WhichAdjustments) {
  const { tx, actor } = scope;
  let query = tx
    .selectFrom("adjustments as a")
    .innerJoin("milestones as m", (on) =>
      on.onRef("m.workspaceId", "=", "a.workspaceId").onRef("m.id", "=", "a.milestoneId"),
    )
    .leftJoin("persons as q", (on) =>
      on.onRef("q.workspaceId", "=", "a.workspaceId").onRef("q.id", "=", "a.personId"),
    )
    .leftJoin("events as e", (on) =>
      on.onRef("e.workspaceId", "=", "a.workspaceId").onRef("e.id", "=", "a.eventId"),
    )
    .leftJoin("milestones as c", (on) =>
      on
        .onRef("c.workspaceId", "=", "e.workspaceId")
        .onRef("c.id", "=", "e.subjectId")
        .onRef("c.id", "!=", "a.milestoneId"),
    )
    .leftJoin("publications as p", (on) =>
      on.onRef("p.workspaceId", "=", "a.workspaceId").onRef("p.id", "=", "a.publicationId"),
    )
    .selectAll("a")
    .select(["m.number", "m.title", "q.name", "p.n"])
    .select(["c.id as causeId", "c.number as causeNumber", "c.title as causeTitle"])
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.projectId", "=", which.projectId)
    .orderBy("a.createdAt", "desc")
    .orderBy("a.id", "desc")
    .limit(LIMIT);
  if (which.id) query = query.where("a.id", "=", which.id);
  if (which.milestoneId) query = query.where("a.milestoneId", "=", which.milestoneId);
  if (which.publicationId) query = query.where("a.publicationId", "=", which.publicationId);
  if (which.untold) query = query.where("a.publicationId", "is", null).where("a.undoneAt", "is", null);
  if (actor.role === "guest")
    query = query.where("a.milestoneId", "in", visibleMilestones(scope).select("m.id"));
  return query.execute();
}

const LIMIT = 1_000;

export type ListedAdjustment = Awaited<ReturnType<typeof listAdjustments>>[number];

export async function projectOfAdjustment({ tx, actor }: Scope, id: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom("adjustments")
    .select("projectId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
  return row?.projectId;
}

/** Says why, or says it better; false once it was told with a reason, or was undone. */
export async function giveReason(
  { tx, actor }: Scope,
  id: string,
  { reasonCode, reason }: { reasonCode: ReasonCodeWord | null; reason: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("adjustments")
    .set({ reasonCode, reason })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("undoneAt", "is", null)
    .where((is) =>
      is.or([is("publicationId", "is", null), is.and([is("reasonCode", "is", null), is("reason", "=", "")])]),
    )
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
