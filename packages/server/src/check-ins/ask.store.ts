import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import { atWork } from "../reviews/occurrences.store.ts";
import { onTeam } from "./check-ins.store.ts";

/** Workspaces in which somebody may have to be asked. */
export async function workspacesToAsk(maintenance: Tx, now: Date): Promise<string[]> {
  const rows = await maintenance
    .selectFrom("checkInPeople")
    .select("workspaceId")
    .distinct()
    .where((row) => row.or([row("nextAt", "is", null), row("nextAt", "<=", now)]))
    .execute();
  return rows.map(({ workspaceId }) => workspaceId);
}

/** Whom to look at now, in one order for all who look; what rests is looked at too, so that its turns pass. */
export function toLookAt({ tx, actor, now }: Scope) {
  return tx
    .selectFrom("checkInPeople as c")
    .innerJoin("checkIns as s", (on) =>
      on.onRef("s.workspaceId", "=", "c.workspaceId").onRef("s.id", "=", "c.checkInId"),
    )
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.personId"),
    )
    .select(["c.checkInId", "c.personId", "c.asksAfter", "p.zone", "s.projectId", "s.question"])
    .select(["c.cadence", "c.everyDays", "c.startsOn", "c.atMinutes"])
    .select([
      "s.cadence as commonCadence",
      "s.everyDays as commonDays",
      "s.startsOn as commonStart",
      "s.atMinutes as commonAt",
    ])
    .select(
      sql<boolean>`s.paused_at is null and c.paused_at is null and ${atWork("s")} and ${onTeam(sql.ref("c.person_id"))}`.as(
        "isMeant",
      ),
    )
    .where("c.workspaceId", "=", actor.workspaceId)
    .where((row) => row.or([row("c.nextAt", "is", null), row("c.nextAt", "<=", now)]))
    .orderBy("c.checkInId")
    .orderBy("c.personId")
    .execute();
}

export type Looked = Awaited<ReturnType<typeof toLookAt>>[number];

/** One of all who try moves it on; who comes later finds that it was asked. */
export async function claimTurn(
  { tx, actor }: Scope,
  { checkInId, personId }: Pick<Looked, "checkInId" | "personId">,
  asksAfter: Date,
): Promise<boolean> {
  const result = await tx
    .updateTable("checkInPeople")
    .set({ asksAfter })
    .where("workspaceId", "=", actor.workspaceId)
    .where("checkInId", "=", checkInId)
    .where("personId", "=", personId)
    .where("asksAfter", "<", asksAfter)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Only over what was seen: whoever set it anew meanwhile has it looked at again. */
export async function lookAgain(
  { tx, actor }: Scope,
  { checkInId, personId }: Pick<Looked, "checkInId" | "personId">,
  seen: Date,
  nextAt: Date,
): Promise<void> {
  await tx
    .updateTable("checkInPeople")
    .set({ nextAt })
    .where("workspaceId", "=", actor.workspaceId)
    .where("checkInId", "=", checkInId)
    .where("personId", "=", personId)
    .where("asksAfter", "=", seen)
    .execute();
}

/** The question as it is asked today; nothing where this day has its row. */
export async function insertQuestion(
  { tx, actor, now }: Scope,
  { checkInId, personId, question }: Pick<Looked, "checkInId" | "personId" | "question">,
  onDate: string,
): Promise<string | undefined> {
  const row = await tx
    .insertInto("checkInAnswers")
    .values({
      workspaceId: actor.workspaceId,
      id: newId(),
      checkInId,
      personId,
      onDate,
      question,
      answeredAt: null,
      createdAt: now,
    })
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "checkInId", "personId", "onDate"]).doNothing(),
    )
    .returning("id")
    .executeTakeFirst();
  return row?.id;
}
