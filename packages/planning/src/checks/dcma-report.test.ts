import fc from "fast-check";
import { expect, test } from "vitest";
import type { Plan } from "../plan.ts";
import { card, link, milestone, plan, TODAY } from "../testing/plans.ts";
import { applyFix } from "./apply-fix.ts";
import { checkPlan } from "./check-plan.ts";
import { type DcmaId, dcmaReport } from "./dcma-report.ts";
import { gaoReport } from "./gao-report.ts";

function check(id: DcmaId, change: Partial<Plan>, settings = {}) {
  const found = dcmaReport(plan(change), TODAY, settings).checks.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const idsOf = (id: DcmaId, change: Partial<Plan>) => check(id, change).items.map((item) => item.id);
const three = [milestone(), milestone({ id: "m2" }), milestone({ id: "m3", targetOn: "2026-06-19" })];
const cards = (change: Parameters<typeof card>[0]) => ({
  cards: [card(), card({ id: "c2", milestoneId: "m2", ...change })],
});

test("all fourteen are there in order, and a sound plan passes what can be said", () => {
  const { checks, tasks, small } = dcmaReport(plan(), TODAY);
  expect(checks.map(({ id }) => id)).toEqual(Array.from({ length: 14 }, (_, i) => `DCMA-${i + 1}`));
  expect(checks.filter(({ passed }) => passed === false)).toEqual([]);
  expect({ tasks, small }).toEqual({ tasks: 6, small: true });
});

/** One seeded defect for each point: what must be counted, beside a neighbour that must not. */
const DEFECTS: readonly [DcmaId, Partial<Plan>, readonly string[]][] = [
  ["DCMA-1", { milestones: three, links: [link({ to: "m3" })] }, ["m2"]],
  [
    "DCMA-1",
    { cards: [card({ id: "c9", milestoneId: null }), card({ id: "c2", milestoneId: "m2" })] },
    ["c9"],
  ],
  ["DCMA-2", { links: [link({ lagDays: -1 })] }, ["l1"]],
  ["DCMA-3", { links: [link({ lagDays: 2 })] }, ["l1"]],
  ["DCMA-4", { links: [link({ kind: "SS" })] }, ["l1"]],
  ["DCMA-5", { fixedDates: [{ id: "f1", title: "Fair", on: "2026-09-01", milestoneId: "m2" }] }, ["m2"]],
  [
    "DCMA-7",
    {
      milestones: [milestone(), milestone({ id: "m2", targetOn: "2026-05-26", startOn: "2026-05-25" })],
      ...cards({ likely: 2400 }),
    },
    ["m2"],
  ],
  ["DCMA-8", cards({ likely: 4801 }), ["c2"]],
  ["DCMA-9", cards({ dueOn: "2026-05-11" }), ["c2"]],
  ["DCMA-9", cards({ doneOn: "2026-05-13", place: "done" }), ["c2"]],
  ["DCMA-9", { milestones: [milestone({ startOn: null, targetOn: "2026-05-08" })], links: [] }, ["m1"]],
  ["DCMA-10", cards({ assigneeIds: [] }), ["c2"]],
  ["DCMA-10", cards({ likely: null }), ["c2"]],
  ["DCMA-11", cards({ dueOn: "2026-05-11" }), ["c2"]],
  ["DCMA-11", cards({ dueOn: "2026-05-07", place: "done", doneOn: "2026-05-08" }), ["c2"]],
];

test.each(DEFECTS)("%s counts what was seeded and nothing else", (id, change, expected) =>
  expect(idsOf(id, change)).toEqual(expected),
);

test.each<[DcmaId, Partial<Plan>]>([
  ["DCMA-2", { links: [link({ lagDays: 1 })] }],
  ["DCMA-3", { links: [link({ lagDays: -1 })] }],
  ["DCMA-4", { links: [link()] }],
  ["DCMA-5", { fixedDates: [{ id: "f1", title: "Fair", on: "2026-09-01", milestoneId: null }] }],
  ["DCMA-8", cards({ likely: 4800 })],
  ["DCMA-9", cards({ dueOn: TODAY })],
  ["DCMA-10", cards({ place: "later", assigneeIds: [] })],
  ["DCMA-11", cards({ dueOn: "2026-05-08", place: "done", doneOn: "2026-05-08" })],
])("%s finds nothing in its neighbour", (id, change) => expect(idsOf(id, change)).toEqual([]));

test("DCMA-6 finds what could slip for longer than the setting", () => {
  const far = milestone({ id: "m3", startOn: "2026-12-01", targetOn: "2026-12-18" });
  const change = { milestones: [milestone(), milestone({ id: "m2" }), far] };
  expect(idsOf("DCMA-6", change)).toContain("m2");
  expect(check("DCMA-6", change, { longFloatDays: 400 }).items).toEqual([]);
});

test("DCMA-7 offers the day that the links lead to, and taking it leaves nothing", () => {
  const [, change] = DEFECTS.find(([id]) => id === "DCMA-7") ?? [];
  const late = plan(change);
  const fix = check("DCMA-7", change ?? {}).fix;
  expect(fix?.kind).toBe("set_dates");
  const mended = fix ? applyFix(late, fix) : late;
  expect(dcmaReport(mended, TODAY).checks.find(({ id }) => id === "DCMA-7")?.value).toBe(0);
});

test("DCMA-12 sees the end move with the longest path, and fails on items that wait for each other", () => {
  expect(check("DCMA-12", {}).passed).toBe(true);
  expect(check("DCMA-12", { links: [link(), link({ id: "l2", from: "m2", to: "m1" })] }).passed).toBe(false);
  expect(check("DCMA-12", { milestones: [], cards: [], links: [] }).passed).toBeNull();
});

test("DCMA-13 compares the longest path with what was promised", () => {
  expect(check("DCMA-13", {}).value).toBe(1);
  const early = { milestones: [{ id: "m2", startOn: null, targetOn: "2026-06-01", effort: 0, price: null }] };
  const late = dcmaReport(plan(), TODAY, {}, early).checks.find(({ id }) => id === "DCMA-13");
  expect(late).toMatchObject({ value: 15 / 24, passed: false });
});

test("DCMA-14 counts what is done of what was due", () => {
  const due = { dueOn: "2026-05-08", place: "done", doneOn: "2026-05-08" } as const;
  expect(check("DCMA-14", cards(due)).value).toBe(1);
  expect(check("DCMA-14", { cards: [card(due), card({ id: "c2", dueOn: "2026-05-08" })] })).toMatchObject({
    value: 0.5,
    passed: false,
  });
  expect(check("DCMA-14", {}).passed).toBeNull();
});

test("under twenty tasks one is let pass, from twenty on five percent", () => {
  expect(check("DCMA-8", cards({ likely: 9600 }))).toMatchObject({
    value: 1,
    limit: { most: 1 },
    passed: true,
  });
  const crowd = (count: number) => ({
    cards: Array.from({ length: count }, (_, i) => card({ id: `c${i}`, likely: i < 2 ? 9600 : 60 })),
  });
  expect(check("DCMA-8", crowd(39))).toMatchObject({ limit: { most: 1 }, passed: false });
  expect(check("DCMA-8", crowd(40))).toMatchObject({ limit: { most: 2 }, passed: true });
  expect(dcmaReport(plan(crowd(18)), TODAY).small).toBe(false);
});

test("neither the order of the lists nor asking twice changes the report", () => {
  fc.assert(
    fc.property(fc.subarray([...DEFECTS]), (defects) => {
      const messy: Plan = Object.assign(plan(), ...defects.map(([, change]) => change));
      const turned = {
        ...messy,
        milestones: [...messy.milestones].reverse(),
        cards: [...messy.cards].reverse(),
        links: [...messy.links].reverse(),
      };
      expect(dcmaReport(turned, TODAY)).toEqual(dcmaReport(messy, TODAY));
    }),
  );
});

test("the ten headings hold every point once, and say which of them are kept", () => {
  const headings = (on: Plan, hasBaseline = true) =>
    gaoReport(checkPlan(on, TODAY), dcmaReport(on, TODAY), hasBaseline);
  const all = headings(plan());
  expect(all).toHaveLength(10);
  expect(all.flatMap(({ checks }) => checks).toSorted()).toEqual(
    Array.from({ length: 14 }, (_, i) => `DCMA-${i + 1}`).toSorted(),
  );
  expect(all.filter(({ kept }) => !kept)).toEqual([]);
  const lacking = (on: Plan, hasBaseline = true) =>
    headings(on, hasBaseline).flatMap(({ practice, kept }) => (kept ? [] : [practice]));
  expect(lacking(plan(), false)).toEqual(["baseline"]);
  expect(lacking(plan({ links: [link({ lagDays: -1 })] }))).toEqual(["sequenced"]);
  expect(lacking(plan({ reviews: { everyDays: null, nextDueOn: null } }))).toEqual(["updated"]);
  expect(lacking(plan(cards({ assigneeIds: [] })))).toEqual(["resourced"]);
});
