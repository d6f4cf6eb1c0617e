import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";

export interface AnswerRow {
  id: string;
  checkInId: string;
  personId: string;
  personName: string;
  onDate: string;
  question: string;
  body: string;
  answeredAt: Date | null;
  revision: number;
}

function answers({ tx, actor }: Scope) {
  return tx
    .selectFrom("checkInAnswers as a")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "a.workspaceId").onRef("p.id", "=", "a.personId"),
    )
    .select(["a.id", "a.checkInId", "a.personId", "p.name as personName", "a.onDate", "a.question"])
    .select(["a.body", "a.answeredAt", "a.revision"])
    .where("a.workspaceId", "=", actor.workspaceId);
}

export function findAnswer(scope: Scope, id: string): Promise<AnswerRow | undefined> {
  return answers(scope).where("a.id", "=", id).executeTakeFirst();
}

/** Whole days, the newest first; within one by person. */
export function answersOfDays(
  scope: Scope,
  checkInId: string,
  { before, days }: { before: string | undefined; days: number },
): Promise<AnswerRow[]> {
  const { workspaceId } = scope.actor;
  const earlier = before === undefined ? sql`` : sql`and on_date < ${before}`;
  return answers(scope)
    .where("a.checkInId", "=", checkInId)
    .where(
      "a.onDate",
      "in",
      sql<string>`(select distinct on_date from check_in_answers where workspace_id = ${workspaceId} and check_in_id = ${checkInId} ${earlier}
        order by on_date desc limit ${days})`,
    )
    .orderBy("a.onDate", "desc")
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
}

/** Only over the revision that was seen; nothing said leaves the question open again. */
export async function writeAnswer(
  { tx, actor, now }: Scope,
  { id, revision }: Pick<AnswerRow, "id" | "revision">,
  body: string,
): Promise<boolean> {
  const result = await tx
    .updateTable("checkInAnswers")
    .set((row) => ({
      body,
      answeredAt: body === "" ? null : sql<Date>`coalesce(${row.ref("answeredAt")}, ${now})`,
      revision: row("revision", "+", 1),
    }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
