import { expect, test } from "vitest";
import { busyWeeks } from "../testing/workload.ts";
import { capacitySentence, hours, onlyProject, overSentence } from "./load-words.ts";

const view = busyWeeks();

test("hours are told to one place", () => {
  expect([90, 100, 480, 0].map(hours)).toEqual(["1.5", "1.7", "8", "0"]);
});

test("who has too much is said in one sentence, and nothing when nobody has", () => {
  expect(overSentence(view.people)).toBe("Jo has 12 h too much in one week.");
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
