import type { Template } from "@milepost/planning";
import { expect, it } from "vitest";
import { OUR_WEBSITE } from "../testing/template.ts";
import {
  activitiesOf,
  checklistFault,
  NO_CHECKLIST,
  withChecklist,
  withoutChecklist,
  wordsOfChecklist,
} from "./checklist-words.ts";

const ask = { title: "Ask", low: null, likely: null, high: null, roleKey: null, procedureKey: null };
const [brief, live] = OUR_WEBSITE.milestones;
if (!brief || !live) throw new Error("no milestones");
/** Three activities of the same name, the first with a checklist. */
const plan: Template = {
  ...OUR_WEBSITE,
  milestones: [
    { ...brief, activities: [...brief.activities, ask] },
    { ...live, activities: [ask] },
  ],
};
const lists = ({ milestones = [] }: Partial<Template>) =>
  activitiesOf({ milestones }).map(({ procedureKey }) => procedureKey);

it("tells activities of the same name apart", () => {
  expect(new Set(activitiesOf(plan).map(({ id }) => id)).size).toBe(3);
});

it("names an activity alike when another is put before it", () => {
  const first = { ...ask, title: "Read" };
  const later = { ...plan, milestones: [{ ...brief, activities: [first, ...brief.activities] }, live] };
  expect(activitiesOf(later)[1]?.id).toBe(activitiesOf(plan)[0]?.id);
});

it("gives a new checklist to the activities that were chosen, and takes theirs from them", () => {
  const [first, , third] = activitiesOf(plan).map(({ id }) => id);
  const uses = [first ?? "", third ?? ""];
  const change = withChecklist(plan, "publish", { name: " Publish ", steps: "- Check\n- Send", uses });
  expect(change.procedures?.[1]).toEqual({ key: "publish", name: "Publish", steps: ["Check", "Send"] });
  expect(lists(change)).toEqual(["publish", null, "publish"]);
});

it("takes an old one from those that do not use it any more", () => {
  const [, second] = activitiesOf(plan).map(({ id }) => id);
  const change = withChecklist(plan, "kickoff", { name: "First talk", steps: "Ask", uses: [second ?? ""] });
  expect(change.procedures).toEqual([{ key: "kickoff", name: "First talk", steps: ["Ask"] }]);
  expect(lists(change)).toEqual([null, "kickoff", null]);
});

it("leaves the activities alone where only the words change, and clears them with the checklist", () => {
  const words = wordsOfChecklist(plan, { key: "kickoff", name: "First talk", steps: ["Ask"] });
  expect(words.uses).toHaveLength(1);
  const { name, steps } = words;
  expect(Object.keys(withChecklist(plan, "kickoff", { name, steps }))).toEqual(["procedures"]);
  expect(lists(withoutChecklist(plan, "kickoff"))).toEqual([null, null, null]);
});

it("says which step is too long, and how many there may be", () => {
  const say = (steps: string) => checklistFault({ ...NO_CHECKLIST, steps });
  expect(say(`Short\n${"x".repeat(501)}`)).toBe("Step 2 is longer than 500 characters.");
  expect(say("x\n".repeat(101))).toBe("A checklist has at most 100 steps; here are 101.");
  expect(say(`${"x".repeat(500)}\n`.repeat(100))).toBeNull();
});
