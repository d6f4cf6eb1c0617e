import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

/** Cards that were finished, and that came, since a moment; of the whole time without one. */
export async function cardsSince({ tx, actor }: Scope, projectId: string, since: Date | null) {
  const after = (column: string) =>
    since === null
      ? sql<boolean>`${sql.ref(column)} is not null`
      : sql<boolean>`${sql.ref(column)} > ${since}`;
  return tx
    .selectFrom("cards as c")
    .select((row) => [
      "c.milestoneId",
      row.fn.countAll<number>().filterWhere(after("c.doneAt")).as("done"),
      row.fn.countAll<number>().filterWhere(after("c.createdAt")).as("added"),
    ])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "=", projectId)
    .where((is) => is.or([is("c.archivedAt", "is", null), is("c.doneAt", "is not", null)]))
    .where(notInTrash("c.workspaceId", "c.id"))
    .groupBy("c.milestoneId")
    .execute();
}

/** How many approvals were decided since a moment. */
export async function decidedSince(
  { tx, actor }: Scope,
  projectId: string,
  since: Date | null,
): Promise<number> {
  const { count } = await tx
    .selectFrom("approvals")
    .select((row) => row.fn.countAll<number>().as("count"))
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .where("outcome", "<>", "lapsed")
    .$if(since !== null, (query) => query.where("outcomeAt", ">", since))
    .executeTakeFirstOrThrow();
  return count;
}

export interface Waiting {
  kind: "approval" | "proposal" | "change" | "answer";
  id: string;
  number: number | null;
  title: string;
  milestoneId: string | null;
  side: "team" | "client";
  dueOn: string | null;
  since: Date;
}

/** Everything that waits for somebody's word, the oldest first. */
export async function waitingOf({ tx, actor, now }: Scope, projectId: string): Promise<Waiting[]> {
  const own = (table: string) => sql`${sql.ref(`${table}.workspaceId`)} = ${actor.workspaceId}
    and ${sql.ref(`${table}.projectId`)} = ${projectId}`;
  const { rows } = await sql<Waiting>`
    select 'approval' as kind, a.id, a.number, a.title, a.milestone_id, a.audience as side, a.due_on, a.opens_at as since
      from approvals a left join publications b on b.workspace_id = a.workspace_id and b.id = a.publication_id
      where ${own("a")} and a.outcome is null and a.superseded_at is null and a.cancelled_at is null
        and a.opens_at <= ${now} and b.withdrawn_at is null
    union all
    select 'proposal', o.id, null, left(o.words, 200), o.milestone_id, case o.state when 'open' then 'team' else 'client' end, null, o.created_at
      from proposals o where ${own("o")} and o.state in ('open', 'countered')
    union all
    select 'change', c.id, c.number, c.title, c.milestone_id, 'team', null, c.created_at
      from change_requests c where ${own("c")} and c.state = 'asked'
    union all
    select 'answer', q.id, q.number, q.title, q.milestone_id, 'team', q.due_on, q.answered_at
      from client_requests q where ${own("q")} and q.state = 'answered' and q.answered_at is not null
    order by since, id`.execute(tx);
  return rows;
}

/** Where the measures stood, oldest first, and what was read in this review. */
export async function readingsOf({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("objectiveReadings as r")
    .innerJoin("objectives as o", (on) =>
      on.onRef("o.workspaceId", "=", "r.workspaceId").onRef("o.id", "=", "r.objectiveId"),
    )
    .select(["r.objectiveId", "r.onDate", "r.value", "r.reviewId"])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("o.projectId", "=", projectId)
    .orderBy("r.onDate")
    .execute();
}

/** What was agreed to do, with what has become of its card. */
export async function actionsOf({ tx, actor }: Scope, reviewIds: readonly string[]) {
  if (reviewIds.length === 0) return [];
  return tx
    .selectFrom("reviewActions as a")
    .leftJoin("cards as c", (on) =>
      on
        .onRef("c.workspaceId", "=", "a.workspaceId")
        .onRef("c.id", "=", "a.cardId")
        .on(notInTrash("c.workspaceId", "c.id")),
    )
    .select(["a.id", "a.reviewId", "a.milestoneId", "a.title", "a.ownerId", "a.dueOn"])
    .select(["c.id as cardId", "c.number", "c.doneAt", "c.archivedAt"])
    .where("a.workspaceId", "=", actor.workspaceId)
    .where("a.reviewId", "in", reviewIds)
    .orderBy("a.createdAt")
    .orderBy("a.id")
    .execute();
}

export async function wordsOf({ tx, actor }: Scope, reviewId: string) {
  return tx
    .selectFrom("reviewWords")
    .select(["id", "personId", "milestoneId", "kind", "words", "targetOn", "handedOverBy", "proposalId"])
    .select("createdAt")
    .where("workspaceId", "=", actor.workspaceId)
    .where("reviewId", "=", reviewId)
    .orderBy("createdAt")
    .orderBy("id")
    .execute();
}

/** Contacts of the project who are invited to its reviews. */
export async function invitedOf({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("reviewInvitees as i")
    .innerJoin("contactRoles as r", (on) =>
      on
        .onRef("r.workspaceId", "=", "i.workspaceId")
        .onRef("r.projectId", "=", "i.projectId")
        .onRef("r.personId", "=", "i.personId"),
    )
    .select("i.personId")
    .where("i.workspaceId", "=", actor.workspaceId)
    .where("i.projectId", "=", projectId)
    .orderBy("i.personId")
    .execute();
}
