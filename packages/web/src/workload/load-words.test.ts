import { expect, test } from "vitest";
import { shortDay } from "../lib/dates.ts";
import { busyWeeks } from "../testing/workload.ts";
import { capacitySentence, hours, onlyOver, onlyProject, overSentence } from "./load-words.ts";

const view = busyWeeks();
const NINTH = shortDay("2026-03-09");

test("hours are told to one place", () => {
  expect([90, 100, 480, 0].map(hours)).toEqual(["1.5", "1.7", "8", "0"]);
});

test("who has too much is said in one sentence, and nothing when nobody has", () => {
  expect(overSentence(view.people)).toBe(`Jo has 12 h too much in the week of ${NINTH}.`);
  expect(overSentence([])).toBeNull();
});

test("what there is a week, while nothing is planned", () => {
  expect(capacitySentence(view)).toBe("People have 16 to 40 h a week.");
  expect(capacitySentence({ ...view, people: view.people.slice(1) })).toBe("Everybody has 40 h a week.");
});

test("of one project only its people and its hours are shown", () => {
  const { people } = onlyProject(view, "0190-acme");
  expect(people.map(({ name, cells }) => [name, cells.map(({ planned }) => planned)])).toEqual([
    ["Jo", [0, 960]],
  ]);
  expect(onlyProject(view, undefined)).toBe(view);
});

test("weeks are named as long as they are few, and whoever has most too much comes first", () => {
  const [jo] = view.people;
  if (!jo) throw new Error("Jo works here");
  const over = (name: string, ...weeks: string[]) => ({
    ...jo,
    id: name,
    name,
    cells: weeks.flatMap((weekOn) => jo.cells.slice(1).map((cell) => ({ ...cell, weekOn }))),
  });
  const two = over("Sam", "2026-03-09", "2026-03-16");
  const four = over("Kim", "2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30");
  expect(overSentence([two, four])).toBe(
    `Kim has 48 h too much in 4 weeks, first in that of ${NINTH}; Sam has 24 h too much in the weeks of ${NINTH} and ${shortDay("2026-03-16")}.`,
  );
  const many = ["A", "B", "C", "D", "E", "F"].map((name) => over(name, "2026-03-09"));
  expect(overSentence(many)).toMatch(/; and 2 more people\.$/);
  expect(onlyOver({ ...view, people: [...view.people, two] }, true).people.map(({ name }) => name)).toEqual([
    "Jo",
    "Sam",
  ]);
  expect(onlyOver(view, false)).toBe(view);
});
