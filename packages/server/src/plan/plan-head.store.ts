import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

/** The review that is due next or was missed; what was held or skipped is over. */
const REVIEW_DUE_ON = sql<
  string | null
>`(select case when r.held_at is null and r.skipped_at is null then r.due_on end
  from reviews r where r.workspace_id = p.workspace_id and r.project_id = p.id order by r.due_at desc limit 1)`;

const CLIENT_IN_REVIEWS = sql<boolean>`exists (select from review_invitees i
  join contact_roles k on k.workspace_id = i.workspace_id and k.project_id = i.project_id and k.person_id = i.person_id
  where i.workspace_id = s.workspace_id and i.project_id = s.project_id and s.client_part)`;

/** The head of a plan: what the project is about and when. */
export async function planHead({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("projects as p")
    .leftJoin("clients as c", (on) =>
      on.onRef("c.workspaceId", "=", "p.workspaceId").onRef("c.id", "=", "p.clientId"),
    )
    .leftJoin("persons as l", (on) =>
      on.onRef("l.workspaceId", "=", "p.workspaceId").onRef("l.id", "=", "p.leadId"),
    )
    .leftJoin("reviewSeries as s", (on) =>
      on
        .onRef("s.workspaceId", "=", "p.workspaceId")
        .onRef("s.projectId", "=", "p.id")
        .on("s.endedAt", "is", null),
    )
    .select([
      "p.id",
      "p.key",
      "p.name",
      "p.outcome",
      "p.scopeIn",
      "p.scopeOut",
      "p.state",
      "p.pausedAt",
      "p.archivedAt",
      "p.startOn",
      "p.dueOn",
      "p.currency",
      "p.clientApproval",
      "p.clientId",
      "p.leadId",
      "p.showsForecast",
      "p.acceptanceDays",
      "p.acceptanceThen",
      "p.revision",
      "c.name as clientName",
      "c.answerDays as clientAnswerDays",
      "c.zone as clientZone",
      "l.name as leadName",
      "s.cadence",
      "s.everyDays",
    ])
    .select([REVIEW_DUE_ON.as("reviewDueOn"), CLIENT_IN_REVIEWS.as("clientInReviews")])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.id", "=", projectId)
    .executeTakeFirstOrThrow();
}

export type PlanHead = Awaited<ReturnType<typeof planHead>>;

export async function planFixedDates({ tx, actor }: Scope, projectId: string) {
  return tx
    .selectFrom("fixedDates")
    .select(["id", "title", "onDate", "revision"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", projectId)
    .orderBy("onDate")
    .orderBy("id")
    .execute();
}

/** Whether anybody of the client was asked for input; what was taken back was never asked. */
export async function wasClientAsked({ tx, actor }: Scope, projectId: string): Promise<boolean> {
  const asked = await tx
    .selectFrom("inputRounds as r")
    .innerJoin("publications as b", (on) =>
      on.onRef("b.workspaceId", "=", "r.workspaceId").onRef("b.id", "=", "r.publicationId"),
    )
    .innerJoin("inputPeople as i", (on) =>
      on.onRef("i.workspaceId", "=", "r.workspaceId").onRef("i.roundId", "=", "r.id"),
    )
    .innerJoin("contacts as c", (on) =>
      on.onRef("c.workspaceId", "=", "i.workspaceId").onRef("c.personId", "=", "i.personId"),
    )
    .select("r.id")
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "=", projectId)
    .where("b.withdrawnAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  return asked !== undefined;
}
