import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";
import type { Reader } from "./reader.ts";

/** Nobody is reminded in their night. */
const FROM_HOUR = 8;
/** Longer than a holiday: what falls into somebody's time off is told before it begins. */
const DAYS_AHEAD = 45;

export interface ReminderReader extends Reader {
  /** The day that it is where they are. */
  today: string;
}

/** Members for whom it is morning or later, who have not been reminded today, and of whom something is due one of these days. */
export async function reminderReaders(maintenance: Tx, now: Date): Promise<ReminderReader[]> {
  const { rows } = await sql<ReminderReader>`
    with there as (select m.workspace_id, m.person_id, m.user_id, m.role, p.name, p.email, p.zone, ${now}::timestamptz at time zone p.zone as local
      from members m join persons p on p.workspace_id = m.workspace_id and p.id = m.person_id where m.status = 'active')
    select t.workspace_id, t.person_id, t.user_id, t.role, t.name, t.email, t.zone, t.local::date as today from there t
    where extract(hour from t.local) >= ${FROM_HOUR}
      and not exists (select from mail_rhythms r where r.workspace_id = t.workspace_id and r.person_id = t.person_id and r.reminded_on >= t.local::date)
      and not exists (select from mail_refusals f where f.workspace_id = t.workspace_id and f.person_id = t.person_id and f.kind = 'reminder')
      and (exists (select from card_people cp join cards c on c.workspace_id = cp.workspace_id and c.id = cp.card_id
          where cp.workspace_id = t.workspace_id and cp.person_id = t.person_id and c.done_at is null and c.archived_at is null
            and c.due_on between t.local::date and t.local::date + ${DAYS_AHEAD}::integer)
        or exists (select from milestones s where s.workspace_id = t.workspace_id and s.owner_id = t.person_id
          and s.state not in ('accepted', 'dropped') and s.target_on between t.local::date and t.local::date + ${DAYS_AHEAD}::integer))
    order by t.workspace_id, t.person_id`.execute(maintenance);
  return rows;
}

/** One process, once a day: whoever writes the day first reminds. A clock that is set back finds it written. */
export async function claimDay(
  tx: Tx,
  { workspaceId, personId }: Pick<Reader, "workspaceId" | "personId">,
  today: string,
): Promise<boolean> {
  const claimed = await tx
    .insertInto("mailRhythms")
    .values({ workspaceId, personId, remindedOn: today, bundledAt: null, quietFrom: null, quietTo: null })
    .onConflict((conflict) =>
      conflict
        .columns(["workspaceId", "personId"])
        .doUpdateSet({ remindedOn: today })
        .where((row) =>
          row.or([row("mailRhythms.remindedOn", "is", null), row("mailRhythms.remindedOn", "<", today)]),
        ),
    )
    .returning("personId")
    .executeTakeFirst();
  return claimed !== undefined;
}

/** The open milestones with a target that whoever asks owns, of all projects that go on. */
export async function milestonesOfMine({ tx, actor }: Scope) {
  return tx
    .selectFrom("milestones as m")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.projectId"),
    )
    .select([
      "m.id",
      "m.number",
      "m.title",
      "m.targetOn as dueOn",
      "m.projectId",
      "p.key",
      "p.name as projectName",
    ])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.ownerId", "=", actor.personId)
    .where("m.state", "not in", ["accepted", "dropped"])
    .where("m.targetOn", "is not", null)
    .where("p.archivedAt", "is", null)
    .where("p.pausedAt", "is", null)
    .where(notInTrash("m.workspaceId", "m.id"))
    .where(notInTrash("p.workspaceId", "p.id"))
    .execute();
}

/** Things and projects of which this person wants to hear no more. */
export async function mutedIds({ tx, actor }: Scope): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("mutes")
    .select("thingId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .execute();
  return new Set(rows.map(({ thingId }) => thingId));
}
