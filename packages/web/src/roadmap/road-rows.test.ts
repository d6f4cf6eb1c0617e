import { describe, expect, it } from "vitest";
import { aMilestone, anObjective, aPlan } from "../testing/plan.ts";
import { roadGroups } from "./road-rows.ts";

const plan = aPlan(
  [
    aMilestone("m1", { objectiveIds: ["b"], targetOn: "2026-07-01" }),
    aMilestone("m2", { objectiveIds: ["b", "a"], targetOn: "2026-06-01", phase: true }),
    aMilestone("m3", { parentId: "m2", targetOn: "2026-05-01" }),
    aMilestone("m4", { objectiveIds: ["a"], state: "dropped", targetOn: "2026-05-02" }),
    aMilestone("m5"),
  ],
  { objectives: [anObjective("a"), anObjective("b"), anObjective("c")] },
);

const seen = (dropped: boolean) =>
  roadGroups(plan, { dropped }).map(({ statement, rows }) => [
    statement,
    rows.map(({ milestone }) => milestone.id),
  ]);

describe("rows of the road", () => {
  it("stand by date under the first objective they serve, minors behind their phase", () => {
    expect(seen(false)).toEqual([
      ["Objective a", ["m2", "m3"]],
      ["Objective b", ["m1"]],
      [null, ["m5"]],
    ]);
  });

  it("show what was dropped when asked to", () => {
    expect(seen(true)[0]).toEqual(["Objective a", ["m4", "m2", "m3"]]);
  });
});
