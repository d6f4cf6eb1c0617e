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

/** The first days of the months between two days, at most `most` of them. */
export function months(from: string, to: string, most: number): string[] {
  const all: string[] = [];
  let [year, month] = from.split("-").map(Number) as [number, number];
  for (;;) {
    month += 1;
    if (month > 12) [year, month] = [year + 1, 1];
    const day = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-01`;
    if (day > to || all.length > 240) break;
    all.push(day);
  }
  const step = Math.ceil(all.length / most);
  return all.filter((_, index) => index % step === 0);
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

function dayNumber(day: string): number {
  return Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);
}

function dayOf(number: number): string {
  return new Date(number * DAY_MS).toISOString().slice(0, 10);
}
