import { expect, it } from "vitest";
import { projectTabs } from "./project-tabs.ts";

it.each([
  ["a member", 11, false],
  ["a guest", 2, true],
])("shows %s %i places of a project", (_who, count, isGuest) =>
  expect(projectTabs(isGuest)).toHaveLength(count),
);
