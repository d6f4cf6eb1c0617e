import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { newId } from "../kit/id.ts";
import type { Place } from "./place.ts";

export interface Holiday {
  id: string;
  onDate: string;
  name: string;
  /** `own`, or the place whose list it came from. */
  source: string;
  /** Whose day it is: of everybody (empty) or of who works there. */
  place: string;
}

export type NewHoliday = Omit<Holiday, "id"> & {
  /** It comes taken out. */
  removedAt?: Date | null;
};

const COLUMNS = ["id", "onDate", "name", "source", "place"] as const;

/** The days of these places that nobody has taken out. */
export async function listHolidays(
  { tx, actor }: Scope,
  places: readonly string[],
  year?: number,
): Promise<Holiday[]> {
  let query = tx
    .selectFrom("holidays")
    .select(COLUMNS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("place", "in", places)
    .where("removedAt", "is", null)
    .orderBy("onDate")
    .orderBy("name");
  if (year) query = query.where("onDate", ">=", `${year}-01-01`).where("onDate", "<=", `${year}-12-31`);
  return query.execute();
}

/** Every day of one place from a date on, those that were taken out too. */
export async function holidaysSince({ tx, actor }: Scope, place: string, from: string) {
  return tx
    .selectFrom("holidays")
    .select([...COLUMNS, "removedAt"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("place", "=", place)
    .where("onDate", ">=", from)
    .execute();
}

/** Days that are there already stay as they are, and those that were taken out stay out; tells which are new. */
export async function insertHolidays({ tx, actor }: Scope, days: readonly NewHoliday[]): Promise<Holiday[]> {
  if (days.length === 0) return [];
  return tx
    .insertInto("holidays")
    .values(days.map((day) => ({ ...day, workspaceId: actor.workspaceId, id: newId() })))
    .onConflict((conflict) => conflict.columns(["workspaceId", "place", "onDate", "name"]).doNothing())
    .returning(COLUMNS)
    .execute();
}

export async function findHoliday(
  { tx, actor }: Scope,
  day: { id: string } | Pick<Holiday, "place" | "onDate" | "name">,
): Promise<(Holiday & { removedAt: Date | null }) | undefined> {
  const query = tx
    .selectFrom("holidays")
    .select([...COLUMNS, "removedAt"])
    .where("workspaceId", "=", actor.workspaceId);
  const found =
    "id" in day
      ? query.where("id", "=", day.id)
      : query.where("place", "=", day.place).where("onDate", "=", day.onDate).where("name", "=", day.name);
  return found.executeTakeFirst();
}

/** Only from the state that was seen; false when somebody else was faster. */
export async function setRemoved({ tx, actor }: Scope, id: string, removedAt: Date | null): Promise<boolean> {
  const result = await tx
    .updateTable("holidays")
    .set({ removedAt })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("removedAt", removedAt === null ? "is not" : "is", null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Of these days those that were taken out are there again; tells which. */
export async function putBack(
  { tx, actor }: Scope,
  place: string,
  days: readonly Pick<Holiday, "onDate" | "name">[],
): Promise<Holiday[]> {
  if (days.length === 0) return [];
  const wanted = days.map(({ onDate, name }) => sql`(${onDate}::date, ${name})`);
  return tx
    .updateTable("holidays")
    .set({ removedAt: null })
    .where("workspaceId", "=", actor.workspaceId)
    .where("place", "=", place)
    .where("removedAt", "is not", null)
    .where(sql<boolean>`(on_date, name) in (${sql.join(wanted)})`)
    .returning(COLUMNS)
    .execute();
}

/** Which days of these were there until now. */
export async function setAllRemoved(
  { tx, actor }: Scope,
  ids: readonly string[],
  removedAt: Date,
): Promise<string[]> {
  const rows = await tx
    .updateTable("holidays")
    .set({ removedAt })
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "in", ids)
    .where("removedAt", "is", null)
    .returning("onDate")
    .execute();
  return rows.map(({ onDate }) => onDate);
}

/** Days that the list of their place no longer has. */
export async function deleteHolidays({ tx, actor }: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom("holidays")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "in", ids)
    .execute();
}

/** Places of workspaces, members and clients whose days were taken once, and none yet of this year. */
export async function placesRunningOut(db: Tx, year: number): Promise<(Place & { workspaceId: string })[]> {
  const { rows } = await sql<Place & { workspaceId: string }>`
    with places as (
      select workspace_id, country, region from workspaces union
      select p.workspace_id, p.country, p.region from persons p
        join members m on m.workspace_id = p.workspace_id and m.person_id = p.id union
      select workspace_id, country, region from clients)
    select p.workspace_id as "workspaceId", p.country, p.region from places p
    join holidays h on h.workspace_id = p.workspace_id and h.place = concat_ws('-', p.country, p.region)
    where p.country is not null
    group by p.workspace_id, p.country, p.region having max(h.on_date) < make_date(${year}, 1, 1)
    order by 1, 2, 3`.execute(db);
  return rows;
}
