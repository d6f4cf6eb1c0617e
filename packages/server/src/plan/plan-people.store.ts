import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Scope } from "../access/scope.ts";

export interface WorkingPerson {
  id: string;
  name: string;
  week: unknown;
  daysOff: { from: string; to: string }[];
  /** Of their own country; null where the workspace's hold. */
  holidays: HolidayRow[] | null;
}

interface HolidayRow {
  day: string;
  name: string;
}

/** Everybody who works on the project, with their own week and days off; the reasons stay private. */
export async function workingPeople(scope: Scope, projectId: string): Promise<WorkingPerson[]> {
  const { tx, actor } = scope;
  const holidays = await ownHolidays(scope);
  const rows = await tx
    .selectFrom("members as m")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .select((row) => [
      "p.id",
      "p.name",
      row
        .selectFrom("workPatterns as w")
        .select("w.week")
        .whereRef("w.workspaceId", "=", "m.workspaceId")
        .whereRef("w.personId", "=", "m.personId")
        .orderBy("w.fromOn", (order) => order.desc().nullsLast())
        .limit(1)
        .as("week"),
      jsonArrayFrom(
        row
          .selectFrom("daysOff as d")
          .select(["d.fromOn as from", "d.toOn as to"])
          .whereRef("d.workspaceId", "=", "m.workspaceId")
          .whereRef("d.personId", "=", "m.personId")
          .orderBy("d.fromOn"),
      ).as("daysOff"),
    ])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.status", "=", "active")
    .where((is) =>
      is.or([
        is("m.role", "in", ["owner", "admin"]),
        is.exists(
          is
            .selectFrom("projectMembers as pm")
            .whereRef("pm.workspaceId", "=", "m.workspaceId")
            .whereRef("pm.personId", "=", "m.personId")
            .where("pm.projectId", "=", projectId),
        ),
        is.exists(
          is
            .selectFrom("projects as pr")
            .whereRef("pr.workspaceId", "=", "m.workspaceId")
            .whereRef("pr.leadId", "=", "m.personId")
            .where("pr.id", "=", projectId),
        ),
      ]),
    )
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ ...row, holidays: holidays.get(row.id) ?? null }));
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
    .select(["p.id", "h.onDate as day", "h.name"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.country", "is not", null)
    .orderBy("h.onDate")
    .orderBy("h.name")
    .execute();
  const byPerson = Map.groupBy(rows, ({ id }) => id);
  return new Map([...byPerson].map(([id, days]) => [id, days.flatMap(dayOf)]));
}

function dayOf({ day, name }: { day: string | null; name: string | null }): HolidayRow[] {
  return day === null || name === null ? [] : [{ day, name }];
}

/** Who works here today: an owner or assignee who has left is as good as none. */
export async function memberIds({ tx, actor }: Scope): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("members")
    .select("personId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("status", "=", "active")
    .execute();
  return new Set(rows.map(({ personId }) => personId));
}

/** The client's people: with their part in the project, or without one. */
export async function clientPeople(
  { tx, actor }: Scope,
  { id, clientId }: { id: string; clientId: string | null },
): Promise<{ id: string; name: string; role: string | null }[]> {
  if (clientId === null) return [];
  return tx
    .selectFrom("contacts as c")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.personId"),
    )
    .leftJoin("contactRoles as r", (on) =>
      on
        .onRef("r.workspaceId", "=", "c.workspaceId")
        .onRef("r.personId", "=", "c.personId")
        .on("r.projectId", "=", id),
    )
    .select(["p.id", "p.name", "r.role"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.clientId", "=", clientId)
    .orderBy("p.id")
    .execute();
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
    .select(["h.onDate as day", "h.name"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.id", "=", clientId)
    .where("c.country", "is not", null)
    .orderBy("h.onDate")
    .orderBy("h.name")
    .execute();
  if (rows.length === 0) return null;
  return rows.flatMap(dayOf);
}
