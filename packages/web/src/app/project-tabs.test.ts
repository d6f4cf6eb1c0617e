import { expect, it } from "vitest";
import { projectPlaces, projectTabs } from "./project-tabs.ts";

it.each([
  ["a member", 12, false],
  ["a guest", 2, true],
])("shows %s %i places of a project", (_who, count, isGuest) =>
  expect(projectTabs(isGuest)).toHaveLength(count),
);

it("leads guests to their cards in every view, each by a key of its own", () => {
  expect(projectPlaces(true).map(({ label }) => label)).toEqual([
    "Overview",
    "Board",
    "List",
    "Calendar",
    "Archive",
  ]);
  const keys = projectPlaces(false).map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
});
