import type { Scope } from "../access/scope.ts";

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
      "p.reviewCadence",
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
    ])
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
