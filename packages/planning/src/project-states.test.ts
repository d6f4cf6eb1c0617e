import { expect, test } from "vitest";
import type { MilestoneState } from "./plan.ts";
import { canMoveProject, type ProjectState } from "./project-states.ts";

function project(state: ProjectState, hasClient = true, milestoneStates: MilestoneState[] = []) {
  return {
    state,
    hasClient,
    milestones: milestoneStates.map((each, i) => ({ id: `m${i + 1}`, state: each })),
  };
}

test.each([
  ["draft", "proposed"],
  ["proposed", "draft"],
  ["proposed", "agreed"],
  ["agreed", "active"],
  ["active", "paused"],
  ["paused", "active"],
  ["active", "completed"],
  ["completed", "archived"],
  ["archived", "completed"],
] satisfies [ProjectState, ProjectState][])("%s can become %s", (from, to) => {
  expect(canMoveProject(project(from), to)).toEqual({ ok: true });
});

test.each([
  ["draft", "active"],
  ["proposed", "completed"],
  ["agreed", "draft"],
  ["paused", "completed"],
  ["archived", "active"],
  ["active", "active"],
] satisfies [ProjectState, ProjectState][])("%s cannot become %s", (from, to) => {
  expect(canMoveProject(project(from), to)).toEqual({ ok: false, code: "no_such_step", missing: [] });
});

test("a client's project is proposed before it is agreed, an internal one need not be", () => {
  expect(canMoveProject(project("draft", true), "agreed")).toMatchObject({ code: "client_not_asked" });
  expect(canMoveProject(project("draft", false), "agreed")).toEqual({ ok: true });
});

test("completing waits for the open milestones and names them", () => {
  const open = project("active", true, ["accepted", "active", "dropped", "draft"]);
  expect(canMoveProject(open, "completed")).toEqual({
    ok: false,
    code: "open_milestones",
    missing: ["m2", "m4"],
  });
  expect(canMoveProject(project("active", true, ["accepted", "dropped"]), "completed")).toEqual({ ok: true });
});
