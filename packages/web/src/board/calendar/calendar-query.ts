import { queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "../../lib/api.ts";
import { keys } from "../../lib/query-keys.ts";

export type ProjectDays = Shape<"ProjectDays">;

/** Holidays, free weekdays and who is away, behind the days that are shown. */
export const projectDaysQuery = (projectId: string, from: string, to: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "days", from, to),
    queryFn: () =>
      answer(
        api.GET("/api/v1/projects/{projectId}/days", {
          params: { path: { projectId }, query: { from, to } },
        }),
      ),
  });

export interface DayFacts {
  /** Nobody works: the name of the holiday, or empty for a free weekday. */
  free: string | null;
  away: string[];
}

/** What is behind one day. */
export function factsOf(days: ProjectDays | undefined, day: string): DayFacts {
  if (!days) return { free: null, away: [] };
  const holiday = days.holidays.find(({ onDate }) => onDate === day);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  const away = days.away.filter(({ fromOn, toOn }) => fromOn <= day && day <= toOn);
  return {
    free: holiday ? holiday.name : days.freeWeekdays.includes(weekday) ? "" : null,
    away: [...new Set(away.map(({ name, wholeDays }) => (wholeDays ? name : `${name} (half the day)`)))],
  };
}
