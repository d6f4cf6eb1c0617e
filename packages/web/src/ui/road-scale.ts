import type { State } from "./diamond.tsx";

/** Where civil dates stand on a strip of a given width; dates are days, so the arithmetic is whole. */
export interface RoadScale {
  from: string;
  to: string;
  x: (day: string) => number;
}

const DAY_MS = 86_400_000;
const LEAST_DAYS = 28;

export function roadScale(days: readonly string[], width: number, pad: number): RoadScale {
  const numbers = days.map(dayNumber).toSorted((one, other) => one - other);
  const first = numbers[0] ?? 0;
  const last = Math.max(numbers.at(-1) ?? first, first + LEAST_DAYS);
  const x = (day: string) => pad + ((dayNumber(day) - first) / (last - first)) * (width - 2 * pad);
  return { from: dayOf(first), to: dayOf(last), x };
}

/** The first days of months between two days, at most `most` of them and evenly apart; of a long time, of years. */
export function months(from: string, to: string, most: number): string[] {
  const [first, last] = [monthNumber(from) + 1, monthNumber(to)];
  const apart = Math.max(1, Math.ceil((last - first + 1) / most));
  const step = apart > 6 ? Math.ceil(apart / 12) * 12 : apart;
  const begin = step < 12 ? first : Math.ceil(first / 12) * 12;
  const count = Math.max(0, Math.floor((last - begin) / step) + 1);
  return Array.from({ length: count }, (_, index) => firstOfMonth(begin + index * step));
}

function monthNumber(day: string): number {
  const [year = 0, month = 1] = day.split("-").map(Number);
  return year * 12 + month - 1;
}

function firstOfMonth(number: number): string {
  const [year, month] = [Math.floor(number / 12), (number % 12) + 1];
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
}

const HALF_WORD = 24;
const WORD = 54;

/** Where dates are written below a strip: the road's end first, the others from left to right where they have room. */
export function wordPlaces<S extends { on: string }>(
  stones: readonly S[],
  x: (day: string) => number,
  width: number,
): (S & { at: number })[] {
  const placed = stones
    .map((stone) => ({ ...stone, at: Math.min(Math.max(x(stone.on), HALF_WORD), width - HALF_WORD) }))
    .toSorted((one, other) => one.on.localeCompare(other.on));
  const last = placed.at(-1);
  let free = 0;
  return placed.filter((stone) => {
    const fits = stone.at >= free && (!last || stone.at + WORD <= last.at);
    if (fits) free = stone.at + WORD;
    return fits || stone === last;
  });
}

/** Stones may touch; where there are too many for that, they keep room for the dots between them. */
const CLOSE = 15;
const WIDE = 26;
/** A dot nearer than that lies below a stone. */
const DOT_ROOM = 11;
/** What must be seen before others, where there is not room for all. */
const FIRST_SEEN: readonly State[] = [
  "off_track",
  "at_risk",
  "on_track",
  "not_enough_data",
  "reached",
  "paused",
];

interface SeenStone {
  on: string;
  state: State;
}

/** Stones that would hide one another: the road's end and what is in danger stand, the others are dots on the road. */
export function stonesApart<S extends SeenStone>(
  stones: readonly S[],
  x: (day: string) => number,
  width: number,
): { standing: S[]; dots: S[] } {
  const room = stones.length * WIDE > width ? WIDE : CLOSE;
  const end = stones.reduce((last, { on }) => (on > last ? on : last), "");
  const rank = ({ on, state }: S) => (on === end ? -1 : FIRST_SEEN.indexOf(state));
  const places: number[] = [];
  const standing = stones
    .toSorted((one, other) => rank(one) - rank(other) || one.on.localeCompare(other.on))
    .filter(({ on }) => {
      const at = x(on);
      if (places.some((place) => Math.abs(place - at) < room)) return false;
      places.push(at);
      return true;
    });
  const dots = stones.filter(({ on }) => places.every((place) => Math.abs(place - x(on)) >= DOT_ROOM));
  return { standing, dots };
}

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
