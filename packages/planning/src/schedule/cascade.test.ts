import { describe, expect, test } from "vitest";
import type { DateChange } from "../checks/finding.ts";
import type { Plan, PlanMilestone } from "../plan.ts";
import { card, link, milestone, plan } from "../testing/plans.ts";
import { cascade, pushAfter } from "./cascade.ts";

const m1 = milestone({ id: "m1", startOn: "2026-05-11", targetOn: "2026-05-15" });
const m2 = milestone({ id: "m2", startOn: "2026-05-18", targetOn: "2026-05-22" });
const m3 = milestone({ id: "m3", startOn: "2026-05-27", targetOn: "2026-06-02" });
const chain = plan({
  milestones: [m1, m2, m3],
  cards: [],
  links: [link(), link({ id: "l2", from: "m2", to: "m3" })],
});

function targets(on: Plan, change: DateChange): string[] {
  return cascade(on, change).moves.map(
    ({ milestoneId, to }) => `${milestoneId} ${to.startOn} ${to.targetOn}`,
  );
}

function withFirst(change: Partial<PlanMilestone>): Plan {
  return { ...chain, milestones: [{ ...m1, ...change }, m2, m3] };
}

test("a slip pushes what follows as far as links demand, and says why", () => {
  const { moves, refusals } = cascade(chain, { milestoneId: "m1", targetOn: "2026-05-25" });
  expect(refusals).toEqual([]);
  expect(moves).toEqual([
    {
      milestoneId: "m1",
      from: { startOn: "2026-05-11", targetOn: "2026-05-15" },
      to: { startOn: "2026-05-11", targetOn: "2026-05-25" },
      slipDays: 6,
      reason: { by: "change" },
    },
    {
      milestoneId: "m2",
      from: { startOn: "2026-05-18", targetOn: "2026-05-22" },
      to: { startOn: "2026-05-26", targetOn: "2026-06-01" },
      slipDays: 6,
      reason: { by: "link", linkId: "l1", milestoneId: "m1" },
    },
    {
      milestoneId: "m3",
      from: { startOn: "2026-05-27", targetOn: "2026-06-02" },
      to: { startOn: "2026-06-02", targetOn: "2026-06-08" },
      slipDays: 4,
      reason: { by: "link", linkId: "l2", milestoneId: "m2" },
    },
  ]);
});

test.each([
  [
    "a slip that eats only slack moves nothing else",
    { milestoneId: "m2", targetOn: "2026-05-26" },
    ["m2 2026-05-18 2026-05-26"],
  ],
  ["nothing is pulled earlier", { milestoneId: "m1", targetOn: "2026-05-13" }, ["m1 2026-05-11 2026-05-13"]],
  [
    "the asked date may be a Saturday; followers land on working days",
    { milestoneId: "m2", targetOn: "2026-05-30" },
    ["m2 2026-05-18 2026-05-30", "m3 2026-06-01 2026-06-05"],
  ],
  ["the same dates are no move", { milestoneId: "m1", startOn: "2026-05-11", targetOn: "2026-05-15" }, []],
] satisfies [string, DateChange, string[]][])("%s", (_, change, expected) =>
  expect(targets(chain, change)).toEqual(expected),
);

describe("links of every kind", () => {
  const two = (
    kind: "FS" | "SS" | "FF" | "SF",
    lagDays = 0,
    lagCalendar: "project" | "elapsed" = "project",
  ) => plan({ milestones: [m1, m2], cards: [], links: [link({ kind, lagDays, lagCalendar })] });

  test.each([
    [
      "FS with a lag",
      two("FS", 2),
      { targetOn: "2026-05-15", startOn: "2026-05-12" },
      "m2 2026-05-20 2026-05-26",
    ],
    ["FS with a lead", two("FS", -2), { targetOn: "2026-05-21" }, "m2 2026-05-20 2026-05-26"],
    ["SS", two("SS", 1), { startOn: "2026-05-19", targetOn: "2026-05-20" }, "m2 2026-05-20 2026-05-26"],
    ["FF moves the target alone", two("FF"), { targetOn: "2026-05-26" }, "m2 2026-05-18 2026-05-26"],
    [
      "SF moves the target alone",
      two("SF", 1),
      { startOn: "2026-05-26", targetOn: "2026-05-26" },
      "m2 2026-05-18 2026-05-26",
    ],
    [
      "elapsed days run through the weekend",
      two("FS", 3, "elapsed"),
      { targetOn: "2026-05-15", startOn: "2026-05-13" },
      "m2 2026-05-19 2026-05-25",
    ],
  ] satisfies [string, Plan, Omit<DateChange, "milestoneId">, string][])("%s", (_, on, change, expected) => {
    expect(targets(on, { milestoneId: "m1", ...change })[1]).toBe(expected);
  });
});

test("holidays are jumped, and a window keeps its working days over them", () => {
  const holiday = {
    ...chain,
    calendar: { ...chain.calendar, daysOff: [{ from: "2026-05-25", to: "2026-05-25" }] },
  };
  expect(targets(holiday, { milestoneId: "m1", targetOn: "2026-05-22" })[1]).toBe("m2 2026-05-26 2026-06-01");
});

test("accepted and dropped milestones stay and pass nothing on", () => {
  for (const state of ["accepted", "dropped"] as const) {
    const on = { ...chain, milestones: [m1, { ...m2, state }, m3] };
    expect(targets(on, { milestoneId: "m1", targetOn: "2026-06-30" })).toEqual(["m1 2026-05-11 2026-06-30"]);
  }
});

test("a milestone without start is pushed by its target, one without dates not at all", () => {
  const on = {
    ...chain,
    milestones: [m1, { ...m2, startOn: null }, { ...m3, startOn: null, targetOn: null }],
  };
  expect(targets(on, { milestoneId: "m1", targetOn: "2026-05-25" })).toEqual([
    "m1 2026-05-11 2026-05-25",
    "m2 null 2026-05-26",
  ]);
});

test("a phase stretches with its minor milestones and pushes them with its start", () => {
  const phase = milestone({ id: "p", startOn: "2026-05-11", targetOn: "2026-05-22" });
  const minor = { ...m1, parentId: "p" };
  const on = plan({ milestones: [phase, minor], cards: [], links: [] });
  const [, stretched] = cascade(on, { milestoneId: "m1", targetOn: "2026-05-27" }).moves;
  expect(stretched).toMatchObject({
    to: { targetOn: "2026-05-27" },
    reason: { by: "part", milestoneId: "m1" },
  });
  expect(targets(on, { milestoneId: "p", startOn: "2026-05-13" })[1]).toBe("m1 2026-05-13 2026-05-19");
});

test("what fell outside is listed: open cards by their due date, and fixed dates", () => {
  const cards = [
    card({ id: "c1", milestoneId: "m2", dueOn: "2026-05-19" }),
    card({ id: "c2", milestoneId: "m2", dueOn: "2026-05-19", place: "done" }),
    card({ id: "c3", milestoneId: "m2", dueOn: "2026-05-02" }),
    card({ id: "c4", milestoneId: "m1", dueOn: "2026-05-15" }),
  ];
  const fixedDates = [
    { id: "f1", title: "Fair", on: "2026-05-29", milestoneId: null },
    { id: "f2", title: "Launch", on: "2026-06-03", milestoneId: "m3" },
    { id: "f3", title: "Far off", on: "2026-12-01", milestoneId: null },
  ];
  const preview = cascade({ ...chain, cards, fixedDates }, { milestoneId: "m1", targetOn: "2026-05-25" });
  expect(preview.cards).toEqual([
    { cardId: "c1", milestoneId: "m2", dueOn: "2026-05-19", side: "before_start" },
  ]);
  expect(preview.fixedDates).toEqual([
    { fixedDateId: "f1", on: "2026-05-29", milestoneId: "m2", targetOn: "2026-06-01" },
    { fixedDateId: "f2", on: "2026-06-03", milestoneId: "m3", targetOn: "2026-06-08" },
  ]);
  const earlier = cascade({ ...chain, cards }, { milestoneId: "m1", targetOn: "2026-05-13" });
  expect(earlier.cards).toEqual([
    { cardId: "c4", milestoneId: "m1", dueOn: "2026-05-15", side: "after_target" },
  ]);
});

describe("refusals", () => {
  test.each([
    ["an unknown milestone", chain, { milestoneId: "m9" }, { code: "no_such_milestone" }],
    [
      "a reached one",
      withFirst({ state: "accepted" }),
      { milestoneId: "m1", targetOn: "2026-06-01" },
      { code: "milestone_closed" },
    ],
    [
      "a dropped one",
      withFirst({ state: "dropped" }),
      { milestoneId: "m1", targetOn: "2026-06-01" },
      { code: "milestone_closed" },
    ],
    [
      "a window that ends before it starts",
      chain,
      { milestoneId: "m1", startOn: "2026-05-16" },
      { code: "start_after_target" },
    ],
  ] satisfies [string, Plan, DateChange, unknown][])("%s", (_, on, change, refusal) => {
    expect(cascade(on, change)).toEqual({ moves: [], cards: [], fixedDates: [], refusals: [refusal] });
  });

  test("a start before its predecessor allows it, with the first date that is allowed", () => {
    const { refusals } = cascade(chain, { milestoneId: "m2", startOn: "2026-05-13" });
    expect(refusals).toEqual([
      { code: "before_predecessor", linkId: "l1", milestoneId: "m1", end: "start", earliestOn: "2026-05-18" },
    ]);
  });

  test("but a step towards the right date is none", () => {
    const wrong = { ...chain, milestones: [m1, { ...m2, startOn: "2026-05-12" }, m3] };
    expect(cascade(wrong, { milestoneId: "m2", startOn: "2026-05-13" }).refusals).toEqual([]);
  });

  test("a cycle behind the change, named; one elsewhere does not matter", () => {
    const cyclic = { ...chain, links: [...chain.links, link({ id: "l3", from: "m3", to: "m2" })] };
    const refusal = {
      code: "cycle",
      cycle: { itemIds: ["m2", "m3"], linkIds: expect.arrayContaining(["l2", "l3"]) },
    };
    expect(cascade(cyclic, { milestoneId: "m1", targetOn: "2026-05-25" }).refusals).toEqual([refusal]);
    const apart = milestone({ id: "m4", startOn: "2026-05-11", targetOn: "2026-05-15" });
    const beside = { ...cyclic, milestones: [...cyclic.milestones, apart] };
    expect(cascade(beside, { milestoneId: "m4", targetOn: "2026-05-25" }).refusals).toEqual([]);
  });
});

test("pushing after a milestone puts right what stood too early behind it", () => {
  const wrong = { ...chain, milestones: [m1, { ...m2, startOn: "2026-05-13", targetOn: "2026-05-14" }, m3] };
  expect(pushAfter(wrong, "m1")?.map(({ to }) => to)).toEqual([
    { startOn: "2026-05-18", targetOn: "2026-05-19" },
  ]);
  expect(pushAfter(chain, "m1")).toEqual([]);
});
