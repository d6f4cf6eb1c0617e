import { expect, test } from "vitest";
import { guessCategory } from "./list-category.ts";

test.each([
  ["To Do", "todo"],
  ["Todo", "todo"],
  ["Backlog", "todo"],
  ["Ideen", "todo"],
  ["Zu erledigen", "todo"],
  ["Something else", "todo"],
  ["Not done", "todo"],
  ["Doing", "doing"],
  ["In Progress 🚧", "doing"],
  ["In Arbeit", "doing"],
  ["Review", "doing"],
  ["Blockiert", "doing"],
  ["Done ✅", "done"],
  ["Complete", "done"],
  ["Erledigt", "done"],
  ["FERTIG", "done"],
  ["Veröffentlicht", "done"],
])("%s is %s", (name, category) => {
  expect(guessCategory(name)).toBe(category);
});
