import { type BoardSearch, readBoardSearch } from "../board-filter.ts";

export type Scale = "month" | "week";

/** The board's filters, with the day that is looked at. */
export interface CalendarSearch extends Omit<BoardSearch, "by" | "list"> {
  /** A day of the month or week that is shown; today without it. */
  on?: string | undefined;
  scale?: Scale | undefined;
}

export function readCalendarSearch(search: Record<string, unknown>): CalendarSearch {
  const { by: _by, list: _list, ...filters } = readBoardSearch(search);
  const found: CalendarSearch = filters;
  if (typeof search.on === "string" && isDay(search.on)) found.on = search.on;
  if (search.scale === "week") found.scale = "week";
  return found;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
