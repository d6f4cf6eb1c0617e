import { fromEpochDay, toEpochDay, weekdayOf } from "@milepost/planning";
import { scaleLinear } from "d3-scale";

export const ZOOMS = ["weeks", "months", "quarters"] as const;
export type Zoom = (typeof ZOOMS)[number];

const PIXELS_PER_DAY: Record<Zoom, number> = { weeks: 24, months: 7, quarters: 2.8 };
const DAYS_AROUND: Record<Zoom, number> = { weeks: 14, months: 31, quarters: 92 };

/** A stretch of the time axis with its name; `width` in pixels. */
export interface Period {
  day: string;
  label: string;
  x: number;
  width: number;
}

/** Where days stand on the road. A day is as wide as it is long: `x` is its left edge, `end` its right one. */
export interface TimeScale {
  zoom: Zoom;
  from: string;
  to: string;
  width: number;
  pixelsPerDay: number;
  x: (day: string) => number;
  middle: (day: string) => number;
  end: (day: string) => number;
  /** How many days a way of so many pixels is. */
  daysIn: (pixels: number) => number;
  upper: Period[];
  lower: Period[];
}

/** The road from a little before the first of these days to a little after the last, at least `least` pixels wide. */
export function timeScale(days: readonly string[], zoom: Zoom, least: number): TimeScale {
  const numbers = days.map(toEpochDay);
  const first = beginOf(Math.min(...numbers) - DAYS_AROUND[zoom] / 2, zoom);
  const asked = Math.max(...numbers) + DAYS_AROUND[zoom];
  const pixelsPerDay = PIXELS_PER_DAY[zoom];
  const last = nextOf(beginOf(Math.max(asked, first + Math.ceil(least / pixelsPerDay)), zoom), zoom);
  const width = Math.round((last - first) * pixelsPerDay);
  const scale = scaleLinear([first, last], [0, width]);
  const x = (day: string) => scale(toEpochDay(day));
  const periods = (part: "upper" | "lower") => periodsOf(first, last, zoom, part, scale);
  return {
    zoom,
    from: fromEpochDay(first),
    to: fromEpochDay(last - 1),
    width,
    pixelsPerDay,
    x,
    middle: (day) => x(day) + pixelsPerDay / 2,
    end: (day) => x(day) + pixelsPerDay,
    daysIn: (pixels) => Math.round(pixels / pixelsPerDay),
    upper: periods("upper"),
    lower: periods("lower"),
  };
}

type Unit = "week" | "month" | "quarter" | "year";

const UNITS: Record<Zoom, { upper: Unit; lower: Unit }> = {
  weeks: { upper: "month", lower: "week" },
  months: { upper: "year", lower: "month" },
  quarters: { upper: "year", lower: "quarter" },
};

function periodsOf(
  first: number,
  last: number,
  zoom: Zoom,
  part: "upper" | "lower",
  scale: (day: number) => number,
): Period[] {
  const unit = UNITS[zoom][part];
  const periods: Period[] = [];
  for (let day = first; day < last; ) {
    const next = Math.min(after(day, unit), last);
    periods.push({
      day: fromEpochDay(day),
      label: labelOf(fromEpochDay(day), unit),
      x: scale(day),
      width: scale(next) - scale(day),
    });
    day = next;
  }
  return periods;
}

function beginOf(day: number, zoom: Zoom): number {
  const whole = Math.floor(day);
  if (zoom === "weeks") return whole - weekdayOf(whole);
  const [year, month] = parts(fromEpochDay(whole));
  return toEpochDay(monthDay(year, zoom === "months" ? month : month - ((month - 1) % 3)));
}

function nextOf(day: number, zoom: Zoom): number {
  return after(day, UNITS[zoom].lower);
}

/** The first day of the week, month, quarter or year after the one that holds the day. */
function after(day: number, unit: Unit): number {
  if (unit === "week") return day + 7 - weekdayOf(day);
  const [year, month] = parts(fromEpochDay(day));
  if (unit === "year") return toEpochDay(monthDay(year + 1, 1));
  const step = unit === "month" ? 1 : 3 - ((month - 1) % 3);
  return toEpochDay(month + step > 12 ? monthDay(year + 1, month + step - 12) : monthDay(year, month + step));
}

function labelOf(day: string, unit: Unit): string {
  const [year, month] = parts(day);
  if (unit === "year") return String(year);
  if (unit === "quarter") return `Q${Math.ceil(month / 3)}`;
  if (unit === "week") return String(Number(day.slice(8)));
  return new Intl.DateTimeFormat(undefined, { month: "short", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function parts(day: string): [year: number, month: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
}

function monthDay(year: number, month: number): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
}

/** One step nearer or farther; the ends stay. */
export function zoomed(zoom: Zoom, by: 1 | -1): Zoom {
  return ZOOMS[ZOOMS.indexOf(zoom) + by] ?? zoom;
}
