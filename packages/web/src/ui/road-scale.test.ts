import { expect, test } from "vitest";
import { addDays } from "../lib/dates.ts";
import { months, roadScale, stonesApart, wordPlaces } from "./road-scale.ts";

const stones = ["2026-06-01", "2026-06-20", "2026-07-10", "2026-07-25", "2026-08-01"].map((on) => ({ on }));

test("a narrow road still names its end", () => {
  const { x } = roadScale(
    stones.map(({ on }) => on),
    200,
    14,
  );
  const named = wordPlaces(stones, x, 200).map(({ on }) => on);
  expect(named.at(-1)).toBe("2026-08-01");
  expect(named).not.toContain("2026-07-25");
});

test("a wide road names every stone, none over another", () => {
  const { x } = roadScale(
    stones.map(({ on }) => on),
    900,
    14,
  );
  const places = wordPlaces(stones, x, 900);
  expect(places).toHaveLength(stones.length);
  for (const [index, place] of places.entries())
    expect(place.at - (places[index - 1]?.at ?? -100)).toBeGreaterThanOrEqual(54);
});

test("months are named as far as there is room, then every few, then years", () => {
  expect(months("2026-11-05", "2027-02-01", 6)).toEqual(["2026-12-01", "2027-01-01", "2027-02-01"]);
  expect(months("2026-11-05", "2027-11-04", 4)).toEqual([
    "2026-12-01",
    "2027-03-01",
    "2027-06-01",
    "2027-09-01",
  ]);
  expect(months("2026-11-05", "2031-02-01", 5)).toEqual([
    "2027-01-01",
    "2028-01-01",
    "2029-01-01",
    "2030-01-01",
    "2031-01-01",
  ]);
  expect(months("1900-01-01", "2027-02-01", 5)).toHaveLength(5);
  expect(months("2026-11-05", "2026-11-29", 5)).toEqual([]);
});

test("where stones are dense those in danger and the end stand, and the others are dots", () => {
  const dense = Array.from({ length: 60 }, (_, day) => ({
    on: addDays("2026-06-01", day),
    state: day === 30 ? ("off_track" as const) : ("on_track" as const),
  }));
  const { x } = roadScale(
    dense.map(({ on }) => on),
    300,
    14,
  );
  const { standing, dots } = stonesApart(dense, x, 300);
  const days = standing.map(({ on }) => on);
  expect(days).toContain("2026-07-01");
  expect(days).toContain("2026-07-30");
  expect(dots.length).toBeGreaterThan(standing.length);
  for (const dot of dots)
    for (const stone of standing) expect(Math.abs(x(dot.on) - x(stone.on))).toBeGreaterThanOrEqual(11);
  const places = standing.map(({ on }) => x(on)).toSorted((a, b) => a - b);
  for (const [index, place] of places.entries())
    expect(place - (places[index - 1] ?? -100)).toBeGreaterThanOrEqual(26);
});

test("a few stones all stand", () => {
  const few = stones.map(({ on }) => ({ on, state: "reached" as const }));
  const { x } = roadScale(
    few.map(({ on }) => on),
    900,
    14,
  );
  const { standing, dots } = stonesApart(few, x, 900);
  expect([standing.length, dots]).toEqual([few.length, []]);
});
