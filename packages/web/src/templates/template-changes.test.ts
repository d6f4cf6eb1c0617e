import { expect, it } from "vitest";
import { OUR_WEBSITE } from "../testing/template.ts";
import {
  freeKey,
  withNewMilestones,
  withoutMilestone,
  withRoles,
  withWaits,
  withWindow,
} from "./template-changes.ts";

const days = ({ milestones = [] }: Partial<typeof OUR_WEBSITE>) =>
  milestones.map(({ key, startDay, targetDay }) => [key, startDay, targetDay]);

it("moves what comes after a longer window, and nothing after one that begins elsewhere", () => {
  expect(days(withWindow(OUR_WEBSITE, "brief", { startDay: 0, targetDay: 14 }))).toEqual([
    ["brief", 0, 14],
    ["live", 15, 34],
  ]);
  expect(days(withWindow(OUR_WEBSITE, "brief", { startDay: 20, targetDay: 29 }))).toEqual([
    ["live", 10, 29],
    ["brief", 20, 29],
  ]);
});

it("orders by date, those without one last", () => {
  expect(days(withWindow(OUR_WEBSITE, "brief", { startDay: null, targetDay: null }))).toEqual([
    ["live", 10, 29],
    ["brief", null, null],
  ]);
});

it("closes up behind a milestone that goes", () => {
  expect(days(withoutMilestone(OUR_WEBSITE, "brief"))).toEqual([["live", 0, 19]]);
});

it("adds several one after the other", () => {
  const { milestones, links } = withNewMilestones(OUR_WEBSITE, ["A", "B"], 4);
  expect(days({ milestones: milestones ?? [] }).slice(2)).toEqual([
    ["milestone-3", 30, 33],
    ["milestone-4", 34, 37],
  ]);
  expect(links?.slice(1).map(({ from, to }) => [from, to])).toEqual([
    ["live", "milestone-3"],
    ["milestone-3", "milestone-4"],
  ]);
});

it("keeps what was said of a wait that stays", () => {
  const slow = { ...OUR_WEBSITE, links: [{ from: "brief", to: "live", kind: "SS" as const, lagDays: 3 }] };
  expect(withWaits(slow, "live", ["brief"]).links).toEqual(slow.links);
  expect(withWaits(slow, "live", []).links).toEqual([]);
});

it("takes approval from a role that goes over to the team", () => {
  const roles = OUR_WEBSITE.roles.map((role) => ({ ...role, side: "team" as const }));
  expect(withRoles(OUR_WEBSITE, roles).milestones?.[0]).toMatchObject({
    ownerRole: "lead",
    approverRole: null,
  });
});

it("finds a key that nobody has", () => {
  expect(freeKey("role", [{ key: "role-2" }])).toBe("role-3");
});
