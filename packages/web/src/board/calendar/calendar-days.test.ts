import { expect, it } from "vitest";
import { aCard } from "../../testing/board.ts";
import { barsOf } from "./calendar-bars.ts";
import { stepped, weeksAround } from "./calendar-days.ts";
import { factsOf } from "./calendar-query.ts";
import { readCalendarSearch } from "./calendar-search.ts";

it("shows whole weeks around a month, and one week alone, as the country begins them", () => {
  const june = weeksAround("2026-06-12", "month", 1);
  expect([june.length, june[0]?.[0], june.at(-1)?.at(-1)]).toEqual([5, "2026-06-01", "2026-07-05"]);
  expect(weeksAround("2026-06-12", "month", 7)[0]?.[0]).toBe("2026-05-31");
  expect(weeksAround("2026-06-14", "week", 1).map((week) => week[0])).toEqual(["2026-06-08"]);
});

it.each([
  ["2026-01-31", "month", 1, "2026-02-28"],
  ["2026-03-31", "month", -1, "2026-02-28"],
  ["2026-12-15", "month", 1, "2027-01-15"],
  ["2026-06-12", "week", -1, "2026-06-05"],
] as const)("from %s a %s by %i is %s", (day, scale, step, to) => {
  expect(stepped(day, scale, step)).toBe(to);
});

it("lays cards over their days, each in a line of its own where they meet", () => {
  const [week = []] = weeksAround("2026-06-12", "week", 1);
  const cards = [
    aCard("day", { dueOn: "2026-06-10" }),
    aCard("long", { startOn: "2026-06-04", dueOn: "2026-06-11" }),
    aCard("end", { dueOn: "2026-06-12" }),
    aCard("turned", { startOn: "2026-06-20", dueOn: "2026-06-13" }),
    aCard("other", { dueOn: "2026-06-15" }),
    aCard("none"),
  ];
  const bars = barsOf(week, cards).map(({ card, from, to, line, before }) => [
    card.id,
    from,
    to,
    line,
    before,
  ]);
  expect(bars).toEqual([
    ["long", 0, 3, 0, true],
    ["day", 2, 2, 1, false],
    ["end", 4, 4, 0, false],
    ["turned", 5, 5, 0, false],
  ]);
});

it("says of a day whether anybody works and who is away", () => {
  const days = {
    holidays: [{ onDate: "2026-06-11", name: "Corpus Christi" }],
    freeWeekdays: [5, 6],
    away: [
      { personId: "jo", name: "Jo", fromOn: "2026-06-10", toOn: "2026-06-12", wholeDays: true },
      { personId: "sam", name: "Sam", fromOn: "2026-06-11", toOn: "2026-06-11", wholeDays: false },
    ],
  };
  expect(factsOf(days, "2026-06-11")).toEqual({ free: "Corpus Christi", away: ["Jo", "Sam (half the day)"] });
  expect(factsOf(days, "2026-06-13")).toEqual({ free: "", away: [] });
  expect(factsOf(days, "2026-06-09")).toEqual({ free: null, away: [] });
});

it("keeps the filters of the board and a day that is one", () => {
  expect(readCalendarSearch({ who: "me", by: "person", on: "2026-06-12", scale: "week" })).toEqual({
    ...{ who: "me", on: "2026-06-12", scale: "week" },
  });
  expect(readCalendarSearch({ on: "soon", scale: "year" })).toEqual({});
});
