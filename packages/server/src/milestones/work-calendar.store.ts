import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Scope } from "../access/scope.ts";

export interface WorkspaceTime {
  zone: string;
  /** Working intervals of the week, Monday first; null where nobody has set one. */
  week: unknown;
  holidays: { day: string; name: string }[];
}

/** The workspace's zone, week and holidays in one statement; short keys, since nested ones keep their SQL names. */
export async function workspaceTime({ tx, actor }: Scope): Promise<WorkspaceTime> {
  return tx
    .selectFrom("workspaces as w")
    .select((row) => [
      "w.zone",
      row
        .selectFrom("workPatterns as p")
        .select("p.week")
        .where("p.workspaceId", "=", actor.workspaceId)
        .where("p.personId", "is", null)
        .orderBy("p.fromOn", (order) => order.desc().nullsLast())
        .limit(1)
        .as("week"),
      jsonArrayFrom(
        row
          .selectFrom("holidays as h")
          .select(["h.onDate as day", "h.name"])
          .where("h.workspaceId", "=", actor.workspaceId)
          .where("h.place", "in", ["", sql<string>`concat_ws('-', w.country, w.region)`])
          .where("h.removedAt", "is", null)
          .orderBy("h.onDate")
          .orderBy("h.name"),
      ).as("holidays"),
    ])
    .where("w.workspaceId", "=", actor.workspaceId)
    .executeTakeFirstOrThrow();
}
