import { expect, test } from "vitest";
import { acme } from "../testing/people.ts";
import { suggestKey } from "./project-key.ts";
import { stateOf, stepsOf } from "./project-steps.ts";

const acts = (project: typeof acme) => stepsOf(project).map(({ act }) => act);

test("a draft for a client is proposed before it is agreed; an internal one need not be", () => {
  expect(acts({ ...acme, state: "draft", clientId: "c" })).toEqual(["Propose it", "Archive"]);
  expect(acts({ ...acme, state: "draft", clientId: null })).toContain("Mark as agreed");
});

test("pause and archive lie over the state", () => {
  const paused = { ...acme, pausedAt: "2026-01-01T00:00:00Z" };
  expect(stateOf(paused)).toBe("paused");
  expect(acts(paused)).toEqual(["Resume", "Archive"]);
  expect(acts({ ...paused, archivedAt: "2026-01-02T00:00:00Z" })).toEqual(["Take out of the archive"]);
});

test.each([
  ["Website for Rosa Bakery", "WFRB"],
  ["Relaunch", "RELA"],
  ["Überführung Süd", "US"],
  ["2026 plan", "P"],
  ["  ", ""],
])("the key of %j is %j", (name, key) => {
  expect(suggestKey(name)).toBe(key);
});
