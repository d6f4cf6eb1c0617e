import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Scope } from "../access/scope.ts";

export interface HolidayRow {
  day: string;
  name: string;
}

/** What is stored about when somebody works. */
export interface WorkTimes {
  /** Weeks, Monday first; dates are null for the usual one. */
  weeks: { week: unknown; from: string | null; to: string | null }[];
  daysOff: { from: string; to: string; part: string }[];
  /** `project` is null for what is outside Milepost. */
  allocations: { project: string | null; percent: number; from: string; to: string | null }[];
  /** Of their own country; null where the workspace's hold. */
  holidays: HolidayRow[] | null;
}

/** When everybody here works; the reasons of days off and what is done elsewhere stay private. */
export async function workTimes(scope: Scope): Promise<ReadonlyMap<string, WorkTimes>> {
  const { tx, actor } = scope;
  const holidays = await ownHolidays(scope);
  const rows = await tx
    .selectFrom("members as m")
    .select((row) => [
      "m.personId",
      jsonArrayFrom(
        row
          .selectFrom("workPatterns as w")
          .select(["w.week", "w.fromOn as from", "w.toOn as to"])
          .whereRef("w.workspaceId", "=", "m.workspaceId")
          .whereRef("w.personId", "=", "m.personId")
          .orderBy("w.fromOn", (order) => order.asc().nullsFirst())
          .orderBy("w.createdAt"),
      ).as("weeks"),
      jsonArrayFrom(
        row
          .selectFrom("daysOff as d")
          .select(["d.fromOn as from", "d.toOn as to", "d.part"])
          .whereRef("d.workspaceId", "=", "m.workspaceId")
          .whereRef("d.personId", "=", "m.personId")
          .orderBy("d.fromOn"),
      ).as("daysOff"),
      jsonArrayFrom(
        row
          .selectFrom("allocations as a")
          .select(["a.projectId as project", "a.percent", "a.fromOn as from", "a.toOn as to"])
          .whereRef("a.workspaceId", "=", "m.workspaceId")
          .whereRef("a.personId", "=", "m.personId")
          .orderBy("a.fromOn"),
      ).as("allocations"),
    ])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.status", "=", "active")
    .execute();
  return new Map(
    rows.map(({ personId, ...times }) => [personId, { ...times, holidays: holidays.get(personId) ?? null }]),
  );
}

/** In another country than the workspace, or in a region of their own; the same country alone says nothing new. */
function elsewhere(row: "p" | "c") {
  const { country, region } = { country: sql.ref(`${row}.country`), region: sql.ref(`${row}.region`) };
  return sql<boolean>`${country} is not null and (${region} is not null or ${country} is distinct from w.country)`;
}

/** The holidays of everybody who has a country of their own. */
async function ownHolidays({ tx, actor }: Scope): Promise<Map<string, HolidayRow[]>> {
  const rows = await tx
    .selectFrom("persons as p")
    .innerJoin("members as m", (on) =>
      on.onRef("m.workspaceId", "=", "p.workspaceId").onRef("m.personId", "=", "p.id"),
    )
    .leftJoin("holidays as h", (on) =>
      on
        .onRef("h.workspaceId", "=", "p.workspaceId")
        .on("h.place", "in", ["", sql<string>`concat_ws('-', p.country, p.region)`])
        .on("h.removedAt", "is", null),
    )
    .innerJoin("workspaces as w", "w.workspaceId", "p.workspaceId")
    .select(["p.id", "h.onDate as day", "h.name"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where(elsewhere("p"))
    .orderBy("h.onDate")
    .orderBy("h.name")
    .execute();
  const byPerson = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byPerson].map(([id, days]) => [id, days.flatMap(dayOf)]));
}

/** The holidays of the client's own country; null where nobody has said which it is. */
export async function clientHolidays(
  { tx, actor }: Scope,
  clientId: string | null,
): Promise<HolidayRow[] | null> {
  if (clientId === null) return null;
  const rows = await tx
    .selectFrom("clients as c")
    .leftJoin("holidays as h", (on) =>
      on
        .onRef("h.workspaceId", "=", "c.workspaceId")
        .on("h.place", "in", ["", sql<string>`concat_ws('-', c.country, c.region)`])
        .on("h.removedAt", "is", null),
    )
    .innerJoin("workspaces as w", "w.workspaceId", "c.workspaceId")
    .select(["h.onDate as day", "h.name"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.id", "=", clientId)
    .where(elsewhere("c"))
    .orderBy("h.onDate")
    .orderBy("h.name")
    .execute();
  return rows.length === 0 ? null : rows.flatMap(dayOf);
}

function dayOf({ day, name }: { day: string | null; name: string | null }): HolidayRow[] {
  return day === null || name === null ? [] : [{ day, name }];
}
