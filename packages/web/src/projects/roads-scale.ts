import { addDays, monthText } from "../lib/dates.ts";
import { months } from "../ui/road-scale.ts";
import type { PortfolioProject } from "./portfolio.api.ts";

/** Where days stand on roads below one another, in whole quarters. */
export interface RoadsScale {
  from: string;
  width: number;
  x: (day: string) => number;
  marks: { day: string; label: string; x: number }[];
}

const PIXELS = { months: 5, quarters: 2.2 } as const;
const YEAR = 366;
const DAY_MS = 86_400_000;

export function roadsScale(
  projects: readonly PortfolioProject[],
  today: string,
  { quarters, least }: { quarters: boolean; least: number },
): RoadsScale {
  const { first, last } = endsOf(projects, today);
  const from = quarterOf(first);
  const days = Math.round((Date.parse(last) - Date.parse(from)) / DAY_MS) + 45;
  const pixels = Math.max(quarters ? PIXELS.quarters : PIXELS.months, least / days);
  const x = (day: string) => ((Date.parse(day) - Date.parse(from)) / DAY_MS) * pixels;
  const to = addDays(from, days);
  const starts = [from, ...months(from, to, 400)].filter((day) => !quarters || isQuarter(day));
  return {
    from,
    width: Math.round(days * pixels),
    x,
    marks: starts.map((day) => ({ day, label: quarters ? quarterName(day) : monthName(day), x: x(day) })),
  };
}

/** All that is planned, a year back and two years ahead at most. */
function endsOf(projects: readonly PortfolioProject[], today: string): { first: string; last: string } {
  const days = projects.flatMap(({ milestones, fixedDates }) => [
    ...milestones.flatMap(({ startOn, targetOn, reachedOn }) => [startOn, reachedOn ?? targetOn]),
    ...fixedDates.map(({ onDate }) => onDate),
  ]);
  const sorted = [today, ...days.filter((day) => day !== null)].sort();
  const [back, ahead] = [addDays(today, -YEAR), addDays(today, 2 * YEAR)];
  const [first = today, last = today] = [sorted[0], sorted.at(-1)];
  return { first: first < back ? back : first, last: last > ahead ? ahead : last };
}

function quarterOf(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, "0")}-01`;
}

function isQuarter(day: string): boolean {
  return quarterOf(day) === day;
}

function quarterName(day: string): string {
  return `Q${Math.ceil(Number(day.slice(5, 7)) / 3)} ${day.slice(0, 4)}`;
}

function monthName(day: string): string {
  return day.endsWith("-01-01") ? `${monthText(day)} ${day.slice(0, 4)}` : monthText(day);
}
