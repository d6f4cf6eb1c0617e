import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import type { PolicyObject } from "../access/roles.ts";
import type { Scope } from "../access/scope.ts";
import type { CheckInPeopleTable, CheckInsTable } from "../db/daily-work-schema.ts";
import { updateSeen } from "../db/revisions.ts";
import { notFound } from "../kit/errors.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";

export type CheckInRow = Selectable<CheckInsTable>;

export interface CheckInAccess extends PolicyObject {
  project: ProjectAccess;
  checkIn: CheckInRow;
}

/** Through its project; 404 for who may not see that, and for guests, who have no part in it. */
export async function visibleCheckIn(scope: Scope, id: string): Promise<CheckInAccess> {
  const checkIn = await findCheckIn(scope, { id });
  if (!checkIn || scope.actor.role === "guest") throw notFound();
  return { ...(await visibleProject(scope, checkIn.projectId)), checkIn };
}

export function findCheckIn(
  { tx, actor }: Scope,
  by: { id: string } | { projectId: string },
): Promise<CheckInRow | undefined> {
  const query = tx.selectFrom("checkIns").selectAll().where("workspaceId", "=", actor.workspaceId);
  return (
    "id" in by ? query.where("id", "=", by.id) : query.where("projectId", "=", by.projectId)
  ).executeTakeFirst();
}

/** False when somebody else set one up a moment ago. */
export async function insertCheckIn({ tx }: Scope, row: Insertable<CheckInsTable>): Promise<boolean> {
  const result = await tx
    .insertInto("checkIns")
    .values(row)
    .onConflict((conflict) => conflict.columns(["workspaceId", "projectId"]).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export function updateCheckIn(
  { tx, actor }: Scope,
  { id, revision }: Pick<CheckInRow, "id" | "revision">,
  change: Updateable<CheckInsTable>,
): Promise<boolean> {
  return updateSeen(tx, "checkIns", { workspaceId: actor.workspaceId, id, revision }, change);
}

/** False once somebody has answered: what was said is not thrown away. */
export async function deleteUnanswered({ tx, actor }: Scope, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom("checkIns as c")
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.id", "=", id)
    .where((is) =>
      is.not(
        is.exists(
          is
            .selectFrom("checkInAnswers as a")
            .select("a.id")
            .whereRef("a.workspaceId", "=", "c.workspaceId")
            .whereRef("a.checkInId", "=", "c.id")
            .where("a.answeredAt", "is not", null),
        ),
      ),
    )
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export interface AskedRow extends Selectable<CheckInPeopleTable> {
  name: string;
  zone: string;
}

/** Whoever is asked by it, and still could be. */
export function listAsked({ tx, actor }: Scope, checkInId: string): Promise<AskedRow[]> {
  return tx
    .selectFrom("checkInPeople as c")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.personId"),
    )
    .innerJoin("checkIns as s", (on) =>
      on.onRef("s.workspaceId", "=", "c.workspaceId").onRef("s.id", "=", "c.checkInId"),
    )
    .selectAll("c")
    .select(["p.name", "p.zone"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.checkInId", "=", checkInId)
    .where(onTeam(sql.ref("c.person_id")))
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
}

/** Of the project of `s`: works here, and is no guest. */
export function onTeam(personId: ReturnType<typeof sql.ref>) {
  return sql<boolean>`exists (select from members m join project_members t on t.workspace_id = m.workspace_id and t.person_id = m.person_id
    where m.workspace_id = s.workspace_id and m.person_id = ${personId} and m.status = 'active' and m.role <> 'guest' and t.project_id = s.project_id)`;
}

/** Who stays keeps their own schedule, who goes loses it; what they said stays. */
export async function replaceAsked(
  { tx, actor, now }: Scope,
  checkInId: string,
  personIds: readonly string[],
): Promise<void> {
  const { workspaceId } = actor;
  await sql`delete from check_in_people where workspace_id = ${workspaceId} and check_in_id = ${checkInId}
    and not (person_id = any (${personIds}::uuid[]))`.execute(tx);
  const none = {
    cadence: null,
    everyDays: null,
    startsOn: null,
    atMinutes: null,
    pausedAt: null,
    nextAt: null,
  };
  if (personIds.length === 0) return;
  await tx
    .insertInto("checkInPeople")
    .values(
      personIds.map((personId) => ({
        workspaceId,
        checkInId,
        personId,
        ...none,
        asksAfter: now,
        createdAt: now,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** What was set anew counts from now on: nobody is asked for what has passed. */
export async function beginAnew({ tx, actor, now }: Scope, checkInId: string): Promise<void> {
  await tx
    .updateTable("checkInPeople")
    .set({ asksAfter: now, nextAt: null })
    .where("workspaceId", "=", actor.workspaceId)
    .where("checkInId", "=", checkInId)
    .execute();
}

/** False for who is not asked. */
export async function setSchedule(
  { tx, actor, now }: Scope,
  checkInId: string,
  personId: string,
  schedule: Pick<
    Updateable<CheckInPeopleTable>,
    "cadence" | "everyDays" | "startsOn" | "atMinutes" | "pausedAt"
  >,
): Promise<boolean> {
  const result = await tx
    .updateTable("checkInPeople")
    .set({ ...schedule, asksAfter: now, nextAt: null })
    .where("workspaceId", "=", actor.workspaceId)
    .where("checkInId", "=", checkInId)
    .where("personId", "=", personId)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
