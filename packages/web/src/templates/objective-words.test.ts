import { expect, it } from "vitest";
import { OUR_WEBSITE } from "../testing/template.ts";
import {
  NO_OBJECTIVE,
  readObjective,
  withObjective,
  withoutObjective,
  wordsOfObjective,
} from "./objective-words.ts";

const [orders] = OUR_WEBSITE.objectives;
if (!orders) throw new Error("no objective");
const bare = { ...orders, measure: null, targetDay: 9 };

it.each([orders, bare])("reads what it says of an objective back as it was", (objective) => {
  expect(readObjective(objective.key, wordsOfObjective(objective))).toEqual(objective);
});

it.each([[{ unit: "per week" }], [{ target: 0 }], [{ baseline: -3 }]])(
  "asks what is measured when there is only %j",
  (words) => {
    expect(readObjective("new", { ...NO_OBJECTIVE, statement: "More", ...words })).toMatch(
      /^Say what is measured/,
    );
  },
);

it("keeps a zero as a number, and an empty field as not said", () => {
  const words = { ...NO_OBJECTIVE, statement: " Fewer complaints ", measure: "Complaints", target: 0 };
  expect(readObjective("new", words)).toMatchObject({
    statement: "Fewer complaints",
    measure: { name: "Complaints", unit: "", baseline: null, target: 0 },
    targetDay: null,
  });
});

it("puts one in its own place, and a new one last", () => {
  const more = { ...orders, key: "more", statement: "More guests" };
  const both = { ...OUR_WEBSITE, ...withObjective(OUR_WEBSITE, more) };
  expect(both.objectives).toEqual([orders, more]);
  expect(withObjective(both, bare).objectives).toEqual([bare, more]);
});

it("takes one out, and no milestone serves it then", () => {
  const { objectives, milestones } = withoutObjective(OUR_WEBSITE, "orders");
  expect(objectives).toEqual([]);
  expect(milestones?.map(({ objectiveKeys }) => objectiveKeys)).toEqual([[], []]);
});
