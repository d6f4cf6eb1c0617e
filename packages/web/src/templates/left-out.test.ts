import { expect, it } from "vitest";
import { placeText } from "./left-out.ts";

it.each([
  ["milestones.0.activities.2", "Milestone 1, activity 3"],
  ["milestones.1", "Milestone 2"],
  ["milestones.0.activities.1.roleKey", "Milestone 1, activity 2, role"],
  ["milestones.3.ownerRole", "Milestone 4, owner"],
  ["procedures", "Procedures"],
  ["links.0", "Link 1"],
  ["fixedDate", "Fixed date"],
  ["colours.1", "colours 2"],
])("%s is said as %s", (path, words) => expect(placeText(path)).toBe(words));
