import { expect, test } from "vitest";
import { months, roadScale, wordPlaces } from "./road-scale.ts";

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
