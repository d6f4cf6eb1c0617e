import { expect, test } from "vitest";
import type { TrendMilestone } from "./trend.api.ts";
import { linesNamed, linesShown, MOST_LINES } from "./trend-lines.ts";

function line(number: number, more: Partial<TrendMilestone> = {}): TrendMilestone {
  return {
    id: `m${number}`,
    ref: `ACME-M${number}`,
    number,
    title: `Stone ${number}`,
    state: "agreed",
    reachedOn: null,
    targetOn: `2026-06-${String(number).padStart(2, "0")}`,
    points: [{ on: "2026-05-04", targetOn: "2026-06-05", source: "day", n: null }],
    moves: 0,
    slipDays: 0,
    slipCalendarDays: 0,
    againstDays: null,
    class: "steady",
    willSlip: false,
    followsId: null,
    ...more,
  };
}

/** M1 is reached; M20 moved far, M21 came back after three moves, M22 moved back by a day. */
const MANY = Array.from({ length: 24 }, (_, at) => line(at + 1)).map((each) => {
  if (each.number === 1) return { ...each, state: "accepted", reachedOn: "2026-05-20" };
  if (each.number === 20) return { ...each, moves: 1, slipDays: 14 };
  if (each.number === 21) return { ...each, moves: 3 };
  return each.number === 22 ? { ...each, moves: 1, slipDays: -1 } : each;
});
const numbers = (lines: Iterable<TrendMilestone>) => [...lines].map(({ number }) => number);

test("a few lines are all shown, whatever the address says", () => {
  const few = MANY.slice(0, MOST_LINES);
  expect(linesShown(few, { show: "choose", only: "3" })).toBe(few);
});

test.each([
  [{}, [2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 21, 22]],
  [{ show: "next" as const }, [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]],
  [{ show: "choose" as const, only: "7,1,99" }, [1, 7]],
  [{ show: "choose" as const }, []],
])("of many, %j shows M%s", (search, wanted) => {
  expect(numbers(linesShown(MANY, search))).toEqual(wanted);
});

test("all means all", () => {
  expect(linesShown(MANY, { show: "all" })).toHaveLength(24);
});

test("where not every line can bear a name, those that moved do", () => {
  expect(numbers(linesNamed(MANY, 4)).sort((a, b) => a - b)).toEqual([2, 20, 21, 22]);
  expect(linesNamed(MANY, -1).size).toBe(0);
});
