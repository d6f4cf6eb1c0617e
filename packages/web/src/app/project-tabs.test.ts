import { expect, it } from "vitest";
import { projectTabs } from "./project-tabs.ts";

it.each([
  ["member", 6],
  ["owner", 6],
  ["guest", 2],
])("shows a %s %i places of a project", (role, count) => expect(projectTabs(role)).toHaveLength(count));
