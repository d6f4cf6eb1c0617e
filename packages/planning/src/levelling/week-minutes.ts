import type { CalendarSpec } from "../plan.ts";

/** The working minutes of a usual week, without its days off. @example weekMinutes({ week: DEFAULT_WEEK }) // 2400 */
export function weekMinutes({ week }: CalendarSpec): number {
  return Object.values(week)
    .flatMap((intervals) => intervals ?? [])
    .reduce((sum, [from, to]) => sum + to - from, 0);
}
