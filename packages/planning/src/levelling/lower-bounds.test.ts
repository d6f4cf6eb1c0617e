import { expect, test } from "vitest";
import type { Plan } from "../plan.ts";
import { MONDAY, overbooked } from "../testing/overbooked.ts";
import { card, client, link, milestone, person, plan, TODAY } from "../testing/plans.ts";
import { levelPlan } from "./level-plan.ts";
import { lowerBounds } from "./lower-bounds.ts";

function bounds(change: Partial<Plan>, today = TODAY) {
  const result = lowerBounds(plan({ startOn: null, ...change }), today);
  if (!result.ok) throw new Error(result.code);
  return result.milestones;
}

test("a chain proves the day before which its end cannot be", () => {
  const people = [person(), person({ id: "jo" }), person({ id: "mira" })];
  const cards = ["jo", "sam", "mira"].map((id) => card({ id: `c-${id}`, assigneeIds: [id] }));
  const links = [link({ from: "c-jo", to: "c-sam" }), link({ id: "l2", from: "c-sam", to: "c-mira" })];
  expect(bounds({ people, cards, links, milestones: [milestone()], client: null })).toEqual([
    {
      id: "m1",
      notBefore: "2026-05-14",
      proof: { by: "path", itemIds: ["m1", "c-jo", "c-sam", "c-mira", "m1"] },
    },
  ]);
});

test("what one person has to do before it proves it, with the client's answer after it", () => {
  const [bound] = bounds({ ...overbooked().plan, client: client({ answerDays: 1 }) }, MONDAY);
  expect(bound).toMatchObject({ id: "m1", notBefore: "2026-05-27" });
  expect(bound?.proof).toEqual({
    by: "work",
    personId: "jo",
    minutes: 1920,
    cardIds: ["c1", "c2", "c3", "c4"],
  });
});

test("work that begins late counts from there on", () => {
  const cards = [
    card(),
    card({ id: "c2", startOn: "2026-06-01" }),
    card({ id: "c3", startOn: "2026-06-01" }),
  ];
  expect(bounds({ cards, links: [], milestones: [milestone()], client: null })).toMatchObject([
    { notBefore: "2026-06-02", proof: { by: "work", cardIds: ["c2", "c3"], minutes: 960 } },
  ]);
});

test("what is done can be today", () => {
  const cards = [card({ place: "done" })];
  expect(bounds({ cards, milestones: [milestone({ startOn: null })], client: null })).toMatchObject([
    { notBefore: TODAY },
  ]);
});

test("a cycle is refused", () => {
  const links = [link({ from: "c1", to: "c2" }), link({ id: "l2", from: "c2", to: "c1" })];
  expect(lowerBounds(plan({ links }), TODAY)).toMatchObject({ ok: false, code: "cycle" });
});

test("who works on Sundays only does not hold up the end of somebody who is off then", () => {
  const none = { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [] };
  const sundays = { week: { ...none, sun: [[540, 600]] as const }, daysOff: [], extraDays: [] };
  const people = [person(), person({ id: "jo", calendar: sundays })];
  const cards = [
    card({ id: "c-jo", milestoneId: null, assigneeIds: ["jo"], likely: 30 }),
    card({ id: "c-sam", assigneeIds: ["sam"], likely: 30 }),
  ];
  const links = [link({ from: "c-jo", to: "c-sam", kind: "FF" })];
  const change = { people, cards, links, milestones: [milestone()], client: null };
  const levelled = levelPlan(plan({ startOn: null, ...change }), TODAY);
  const [bound] = bounds(change);
  expect(levelled.ok && levelled.milestones[0]?.finishOn).toBe("2026-05-15");
  expect(bound?.notBefore).toBe("2026-05-15");
});
