import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

export interface TimelineRow {
  id: string;
  position: number;
  verb: string;
  subjectKind: string;
  subjectId: string;
  projectId: string | null;
  audience: string;
  actorId: string | null;
  actorName: string | null;
  data: unknown;
  at: Date;
}

export interface TimelineFilter {
  projectId?: string | undefined;
  subjectId?: string | undefined;
  before?: number | undefined;
  limit: number;
}

/** What happened, newest first, as far as this person may know. */
export async function listEvents(scope: Scope, filter: TimelineFilter): Promise<TimelineRow[]> {
  let query = visibleEvents(scope)
    .leftJoin("persons as p", (join) =>
      join.onRef("p.workspaceId", "=", "e.workspaceId").onRef("p.id", "=", "e.actorId"),
    )
    .select(["e.id", "e.position", "e.verb", "e.subjectKind", "e.subjectId", "e.projectId", "e.audience"])
    .select(["e.actorId", "p.name as actorName", "e.data", "e.at"])
    .orderBy("e.position", "desc")
    .limit(filter.limit);
  if (filter.projectId) query = query.where("e.projectId", "=", filter.projectId);
  if (filter.subjectId) query = query.where("e.subjectId", "=", filter.subjectId);
  if (filter.before) query = query.where("e.position", "<", filter.before);
  return query.execute();
}

/** The same answer as `notices` in sight.ts, asked of the database. */
function visibleEvents({ tx, actor }: Scope) {
  const events = tx.selectFrom("events as e").where("e.workspaceId", "=", actor.workspaceId);
  if (actor.role === "owner" || actor.role === "admin") return events;
  return events.where((is) => {
    const own = is.and([is("e.subjectKind", "=", "person"), is("e.subjectId", "=", actor.personId)]);
    const ofWorkspace = is.and([
      is("e.projectId", "is", null),
      is("e.subjectKind", "in", ["workspace", "client"]),
    ]);
    const ofProject = is.exists(
      is
        .selectFrom("projects as pr")
        .leftJoin("projectMembers as m", (join) =>
          join
            .onRef("m.workspaceId", "=", "pr.workspaceId")
            .onRef("m.projectId", "=", "pr.id")
            .on("m.personId", "=", actor.personId),
        )
        .select("pr.id")
        .whereRef("pr.workspaceId", "=", "e.workspaceId")
        .whereRef("pr.id", "=", "e.projectId")
        .where((mine) => mine.or([mine("m.role", "is not", null), mine("pr.leadId", "=", actor.personId)]))
        .where(notInTrash("pr.workspaceId", "pr.id")),
    );
    if (actor.role === "member") return is.or([own, ofWorkspace, ofProject]);
    const onMyCard = is.exists(
      is
        .selectFrom("cardPeople as cp")
        .select("cp.cardId")
        .whereRef("cp.workspaceId", "=", "e.workspaceId")
        .where("cp.personId", "=", actor.personId)
        .where(
          sql<boolean>`cp.card_id::text = case when e.subject_kind = 'card' then e.subject_id::text else e.data->>'cardId' end`,
        ),
    );
    return is.or([own, is.and([is("e.audience", "=", "team"), ofProject, onMyCard])]);
  });
}
