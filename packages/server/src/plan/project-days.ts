import type { Scope } from "../access/scope.ts";
import { holidaysAt } from "../people/holidays.ts";
import { workspace } from "../people/workspaces.ts";
import { awayFrom, type Window } from "./project-days.store.ts";
import type { ProjectDaysView } from "./project-days.view.ts";

/** What a calendar of a project shows behind its cards: days nobody works, and who is away. */
export async function projectDays(scope: Scope, projectId: string, window: Window): Promise<ProjectDaysView> {
  const [{ week }, holidays, away] = await Promise.all([
    workspace(scope),
    holidaysAt(scope, null),
    // A guest is there for cards: who of the team is away is the team's.
    scope.actor.role === "guest" ? [] : awayFrom(scope, projectId, window),
  ]);
  return {
    holidays: holidays
      .filter(({ onDate }) => onDate >= window.from && onDate <= window.to)
      .map(({ onDate, name }) => ({ onDate, name })),
    freeWeekdays: week.flatMap((day, weekday) => (day.length === 0 ? [weekday] : [])),
    away: away.map(({ part, ...row }) => ({ ...row, wholeDays: part === "day" })),
  };
}
