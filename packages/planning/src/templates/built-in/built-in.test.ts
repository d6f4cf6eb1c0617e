import { expect, it } from "vitest";
import { vaguenessOf } from "../../checks/wording.ts";
import { templateLength } from "../template.ts";
import { BUILT_IN_TEMPLATES } from "./built-in.ts";

const templates = Object.values(BUILT_IN_TEMPLATES);

it("offers eight", () => {
  expect(Object.keys(BUILT_IN_TEMPLATES)).toHaveLength(8);
});

it.each(templates)("$name is a whole plan", (template) => {
  const roles = template.roles.map(({ key }) => key);
  const objectives = template.objectives.map(({ key }) => key);
  const procedures = template.procedures.map(({ key }) => key);
  expect(template.objectives.every(({ measure }) => measure?.target != null)).toBe(true);
  expect(template.milestones.length).toBeGreaterThanOrEqual(5);
  expect(template.milestones.length).toBeLessThanOrEqual(7);
  for (const { title, why, criteria, activities, clientPart, ...milestone } of template.milestones) {
    expect(vaguenessOf(title), title).toBeNull();
    expect(why).toMatch(/^[^.]+\.$/);
    expect(criteria.length, title).toBeGreaterThanOrEqual(2);
    expect(criteria.length, title).toBeLessThanOrEqual(4);
    expect(clientPart).not.toBe("");
    expect(roles).toContain(milestone.ownerRole);
    if (milestone.approverRole !== null) expect(roles).toContain(milestone.approverRole);
    expect(milestone.objectiveKeys.length).toBeGreaterThan(0);
    for (const key of milestone.objectiveKeys) expect(objectives).toContain(key);
    expect(activities.length, title).toBeGreaterThanOrEqual(2);
    for (const { low, likely, high, roleKey, procedureKey } of activities) {
      expect((low ?? 0) <= (likely ?? 0) && (likely ?? 0) <= (high ?? 0)).toBe(true);
      expect(roles).toContain(roleKey);
      if (procedureKey !== null) expect(procedures).toContain(procedureKey);
    }
  }
});

it.each(templates)("$name needs all its objectives and procedures, and ends with a milestone", (template) => {
  const served = new Set(template.milestones.flatMap(({ objectiveKeys }) => objectiveKeys));
  expect(template.objectives.filter(({ key }) => !served.has(key))).toEqual([]);
  const followed = new Set(
    template.milestones.flatMap(({ activities }) => activities.map((a) => a.procedureKey)),
  );
  expect(template.procedures.filter(({ key }) => !followed.has(key))).toEqual([]);
  expect(template.milestones.at(-1)?.targetDay).toBe(templateLength(template) - 1);
});

it.each(templates)("$name has each link between two milestones, the first before the second", (template) => {
  const at = new Map(template.milestones.map((each) => [each.key, each]));
  for (const { from, to } of template.links)
    expect(at.get(from)?.targetDay).toBeLessThan(at.get(to)?.startDay ?? 0);
});
