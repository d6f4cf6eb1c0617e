import fc from "fast-check";
import { expect, test } from "vitest";
import { addDays } from "../calendar/civil-date.ts";
import type { Plan } from "../plan.ts";
import { card, link, milestone, person, plan, TODAY } from "../testing/plans.ts";
import { findCycle, schedulePlan } from "./plan-schedule.ts";

function scheduled(change: Partial<Plan>) {
  const schedule = schedulePlan(plan(change), TODAY);
  if (!schedule.ok) throw new Error(`unexpected ${schedule.code}`);
  return { ...schedule, of: (id: string) => schedule.items.find((item) => item.id === id) };
}

const m1 = milestone({ id: "m1", startOn: "2026-05-11", targetOn: "2026-05-15" });
const m2 = milestone({ id: "m2", startOn: "2026-05-18", targetOn: "2026-05-22" });
const m3 = milestone({ id: "m3", startOn: "2026-05-18", targetOn: "2026-05-19" });

test("a plan that fits together is scheduled as planned", () => {
  const { of, longestPath, finishOn } = scheduled({ milestones: [m1, m2, m3], cards: [], links: [link()] });
  expect(of("m1")).toMatchObject({ earlyStartOn: "2026-05-11", earlyFinishOn: "2026-05-15", critical: true });
  expect(of("m2")).toMatchObject({ earlyStartOn: "2026-05-18", earlyFinishOn: "2026-05-22", critical: true });
  expect(of("m3")).toMatchObject({
    totalSlack: 1440,
    totalSlackDays: 3,
    freeSlack: 1440,
    lateFinishOn: "2026-05-22",
  });
  expect([longestPath, finishOn]).toEqual([["m1", "m2"], "2026-05-22"]);
});

test("a successor planned too early is scheduled after its predecessor, and says why", () => {
  const early = { ...m2, startOn: "2026-05-13", targetOn: "2026-05-14" };
  const { of } = scheduled({ milestones: [m1, early], cards: [], links: [link({ lagDays: 1 })] });
  expect(of("m2")).toMatchObject({
    earlyStartOn: "2026-05-19",
    earlyFinishOn: "2026-05-20",
    drivers: [{ by: "link", linkId: "l1", itemId: "m1" }],
  });
});

test("cards keep within their window and stretch it when they need longer", () => {
  const cards = [
    card({ id: "c1", milestoneId: "m3", likely: 480 }),
    card({ id: "c2", milestoneId: "m3", likely: 1200 }),
  ];
  const { of } = scheduled({ milestones: [m3], cards, links: [link({ from: "c1", to: "c2" })] });
  expect(of("c1")).toMatchObject({ earlyStartOn: "2026-05-18", earlyFinishOn: "2026-05-18", critical: true });
  expect(of("c2")).toMatchObject({ earlyStartOn: "2026-05-19", earlyFinishOn: "2026-05-21", critical: true });
  expect(of("m3")).toMatchObject({ earlyFinishOn: "2026-05-21", drivers: [{ by: "part", itemId: "c2" }] });
});

test("a milestone's free slack is that of moving its whole window", () => {
  const { of } = scheduled({
    milestones: [m1, m2, m3],
    cards: [],
    links: [link({ from: "m3", to: "m2", kind: "SS", lagDays: 0 })],
  });
  expect(of("m3")).toMatchObject({ freeSlack: 0, totalSlack: 0 });
  expect(of("m1")).toMatchObject({ freeSlack: 2400, totalSlack: 2400 });
});

test("one person's card goes by their hours, and takes the median without an estimate", () => {
  const jo = person({ id: "jo", calendar: { week: { tue: [[540, 660]] } } });
  const cards = [
    card({ id: "c1", likely: null }),
    card({ id: "c2", likely: 240, assigneeIds: ["jo", "sam"] }),
  ];
  const { of } = scheduled({ milestones: [m1], cards, people: [jo, person()], links: [] });
  expect(of("c1")).toMatchObject({ earlyStartOn: "2026-05-12", earlyFinishOn: "2026-05-19" });
  expect(of("c2")).toMatchObject({ earlyStartOn: "2026-05-11", earlyFinishOn: "2026-05-11" });
});

test("what is reached holds its successors from the day it was, and moves no more", () => {
  const reached = { ...m1, state: "accepted" as const, reachedOn: "2026-05-20" };
  const links = [link(), link({ id: "l2", from: "m2", to: "m1" })];
  const { of, items } = scheduled({ milestones: [reached, m2], cards: [], links });
  expect(items).toHaveLength(1);
  expect(of("m2")).toMatchObject({ earlyStartOn: "2026-05-21", drivers: [{ by: "link", itemId: "m1" }] });
});

test("dropped milestones, done and put-off cards take no part", () => {
  const { items } = scheduled({
    milestones: [{ ...m1, state: "dropped" }, m2],
    cards: [card({ id: "c1", place: "done" }), card({ id: "c2", place: "later" })],
  });
  expect(items.map(({ id }) => id)).toEqual(["m2"]);
});

test("without dates work begins with the project, without its start today", () => {
  const undated = milestone({ id: "m1", startOn: null, targetOn: null });
  const start = (startOn: string | null) =>
    scheduled({ milestones: [undated], startOn, cards: [card()], links: [] }).of("c1")?.earlyStartOn;
  expect([start("2026-06-01"), start(null)]).toEqual(["2026-06-01", TODAY]);
});

test("a target without a start holds what follows it", () => {
  const target = { ...m1, startOn: null };
  const { of } = scheduled({ milestones: [target, m2], cards: [], links: [link({ lagDays: 2 })] });
  expect(of("m1")).toMatchObject({ earlyFinishOn: "2026-05-15" });
  expect(of("m2")).toMatchObject({ earlyStartOn: "2026-05-20" });
});

test("nothing to do has no end", () => {
  expect(schedulePlan(plan({ milestones: [], cards: [], links: [] }), TODAY)).toEqual({
    ok: true,
    items: [],
    longestPath: [],
    finishOn: null,
  });
});

test("a cycle is named with its items and links, the smallest one", () => {
  const links = [
    link({ id: "l1", from: "m1", to: "m2" }),
    link({ id: "l2", from: "m2", to: "m3" }),
    link({ id: "l3", from: "m3", to: "m1" }),
    link({ id: "l4", from: "m2", to: "m1" }),
  ];
  const cyclic = plan({ milestones: [m1, m2, m3], cards: [], links });
  const cycle = { itemIds: ["m1", "m2"], linkIds: ["l1", "l4"] };
  expect(findCycle(cyclic, TODAY)).toEqual(cycle);
  expect(schedulePlan(cyclic, TODAY)).toEqual({ ok: false, code: "cycle", cycle });
  expect(findCycle(plan(), TODAY)).toBeNull();
});

test("a card that must wait for its own milestone is a cycle", () => {
  const links = [link({ from: "m1", to: "c1" })];
  expect(findCycle(plan({ milestones: [m1], cards: [card()], links }), TODAY)).toEqual({
    itemIds: ["c1", "m1"],
    linkIds: ["l1"],
  });
});

test("windows that start and end together are no cycle", () => {
  const links = [link({ id: "l1", kind: "SS" }), link({ id: "l2", from: "m2", to: "m1", kind: "FF" })];
  expect(findCycle(plan({ milestones: [m1, m2], cards: [], links }), TODAY)).toBeNull();
});

test("a plan ends on the last day of its last item, also where that has only a first day or takes no time", () => {
  const day = fc.option(fc.integer({ min: -10, max: 30 }).map((days) => addDays(TODAY, days)));
  const window = fc.tuple(day, day).map(([startOn, targetOn]) => ({ startOn, targetOn }));
  const work = fc.record({ startOn: day, likely: fc.constantFrom(0, 60, 480, null) });
  fc.assert(
    fc.property(fc.array(window, { maxLength: 4 }), fc.array(work, { maxLength: 3 }), (windows, works) => {
      const milestones = windows.map((dates, n) => milestone({ id: `m${n}`, ...dates }));
      const cards = works.map((fields, n) => card({ id: `c${n}`, milestoneId: null, ...fields }));
      const { items, finishOn } = scheduled({ milestones, cards, links: [] });
      const last =
        items
          .map(({ earlyFinishOn }) => earlyFinishOn)
          .sort()
          .at(-1) ?? null;
      expect(finishOn).toBe(last);
    }),
  );
});
