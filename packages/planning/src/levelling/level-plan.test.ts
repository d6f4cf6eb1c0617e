import { expect, test } from "vitest";
import type { Plan } from "../plan.ts";
import { card, client, link, milestone, person, plan, TODAY } from "../testing/plans.ts";
import { levelPlan } from "./level-plan.ts";
import type { LevelledPlan } from "./levelled-plan.ts";

/** Jo works 4 hours from Monday to Thursday, is off on 1-5 May, and half of the time belongs to other projects. */
const jo = person({
  id: "jo",
  name: "Jo",
  percent: 50,
  calendar: {
    week: { mon: [[540, 780]], tue: [[540, 780]], wed: [[540, 780]], thu: [[540, 780]] },
    daysOff: [{ from: "2026-05-01", to: "2026-05-05", why: "Leave" }],
  },
});

function levelled(change: Partial<Plan> = {}, today = TODAY) {
  return known(levelPlan(plan({ startOn: null, ...change }), today));
}

function known(result: LevelledPlan) {
  if (!result.ok) throw new Error(result.code);
  return result;
}

const days = (result: ReturnType<typeof levelled>) =>
  Object.fromEntries(result.cards.map(({ id, startOn, finishOn }) => [id, `${startOn} ${finishOn}`]));

test("one person does one thing at a time, in the order of milestone targets", () => {
  expect(days(levelled())).toEqual({
    c1: "2026-05-12 2026-05-12",
    c2: "2026-05-13 2026-05-13",
    c3: "2026-05-25 2026-05-25",
    c4: "2026-05-26 2026-05-26",
  });
});

test.each([
  ["an earlier milestone target", { milestoneId: "m0" }],
  ["a higher priority", { priority: 3 }],
  ["having been begun", { place: "doing" as const }],
  ["a higher place on the board", { position: "Zz" }],
])("%s comes first", (_, change) => {
  const early = milestone({ id: "m0", targetOn: "2026-05-15" });
  const result = levelled({
    milestones: [...plan().milestones, early],
    cards: [card(), card({ id: "c2", ...change })],
  });
  expect(days(result)).toEqual({ c1: "2026-05-13 2026-05-13", c2: "2026-05-12 2026-05-12" });
});

test("a link comes before the order of targets, and what others wait for takes over their target", () => {
  const result = levelled({
    cards: [
      card(),
      card({ id: "late", milestoneId: null }),
      card({ id: "c2", milestoneId: null, position: "a1" }),
    ],
    links: [link({ from: "late", to: "c1" })],
  });
  expect(days(result)).toEqual({
    late: "2026-05-12 2026-05-12",
    c1: "2026-05-13 2026-05-13",
    c2: "2026-05-14 2026-05-14",
  });
  expect(result.cards[0]?.reasons).toEqual([
    { code: "follows", itemId: "late", linkId: "l1" },
    { code: "busy", personId: "jo", cardId: "late" },
  ]);
});

test("half of a person's time makes work twice as long, and it pauses over days off", () => {
  const early = milestone({ startOn: "2026-04-30" });
  const result = levelled({ people: [jo], milestones: [early], links: [], cards: [card()] }, "2026-04-30");
  expect(result.cards).toMatchObject([{ startOn: "2026-04-30", finishOn: "2026-05-11", minutes: 480 }]);
});

test("days off between being able to start and starting are named", () => {
  const early = milestone({ startOn: "2026-05-01" });
  const result = levelled({ people: [jo], milestones: [early], links: [], cards: [card()] }, "2026-05-01");
  expect(result.cards[0]?.startOn).toBe("2026-05-06");
  expect(result.cards[0]?.reasons).toEqual([
    { code: "today" },
    { code: "away", personId: "jo", from: "2026-05-01", to: "2026-05-05", why: "Leave" },
  ]);
});

test("cards wait for the window of their milestone, and for the date that somebody chose", () => {
  const result = levelled({
    cards: [card({ startOn: "2026-05-14" }), card({ id: "c3", milestoneId: "m2" })],
  });
  expect(result.cards.map(({ reasons }) => reasons)).toEqual([
    [{ code: "starts_on", on: "2026-05-14" }],
    [{ code: "window_starts", milestoneId: "m2", on: "2026-05-25" }],
  ]);
});

test("the client answers on its own calendar after the last card of the milestone", () => {
  const result = levelled({
    client: client({ answerDays: 2, calendar: { week: { mon: [[540, 1020]], tue: [[540, 1020]] } } }),
  });
  expect(result.milestones).toMatchObject([
    {
      id: "m1",
      workFinishOn: "2026-05-13",
      answerDays: 2,
      finishOn: "2026-05-19",
      lateDays: -3,
      heldBy: ["c2"],
    },
    { id: "m2", workFinishOn: "2026-05-26", finishOn: "2026-06-02" },
  ]);
});

test("nobody waits for an answer where the owner accepts, and a milestone's own days of sign-off win", () => {
  const milestones = [
    milestone({ clientApproval: false }),
    milestone({ id: "m2", signOffDays: 1, startOn: "2026-05-11" }),
  ];
  const cards = [card(), card({ id: "c3", milestoneId: "m2" })];
  expect(levelled({ milestones, cards, links: [] }).milestones).toMatchObject([
    { id: "m1", answerDays: 0, finishOn: "2026-05-12" },
    { id: "m2", answerDays: 1, finishOn: "2026-05-14" },
  ]);
});

test("several people share a card, each on their own calendar", () => {
  const people = [person(), { ...jo, percent: 100 }];
  const result = levelled({ people, cards: [card({ likely: 481, assigneeIds: ["sam", "jo"] })] });
  expect(result.cards).toMatchObject([
    {
      minutes: 481,
      parts: [
        { personId: "jo", minutes: 241, finishOn: "2026-05-13" },
        { personId: "sam", minutes: 240, finishOn: "2026-05-12" },
      ],
    },
  ]);
});

test("work that nobody is on goes by the project's calendar, side by side", () => {
  const cards = [card({ assigneeIds: [] }), card({ id: "c2", assigneeIds: ["gone"] })];
  expect(days(levelled({ cards }))).toEqual({ c1: "2026-05-12 2026-05-12", c2: "2026-05-12 2026-05-12" });
});

test("what has been done of a card is not done again, and it is never taken for finished", () => {
  const cards = [card({ likely: 960, doneMinutes: 480 }), card({ id: "c2", doneMinutes: 480 })];
  expect(levelled({ cards }).cards.map(({ minutes }) => minutes)).toEqual([480, 48]);
});

test("a card without an estimate counts as the median, in an empty plan as a day", () => {
  const cards = [card({ likely: 120 }), card({ id: "c2", likely: null })];
  expect(levelled({ cards }).cards).toMatchObject([{ assumed: false }, { assumed: true, minutes: 120 }]);
  expect(levelled({ cards: [card({ likely: null })] }).cards).toMatchObject([{ minutes: 480 }]);
});

test("a milestone without cards is its window", () => {
  expect(levelled({ cards: [] }).milestones).toMatchObject([
    { id: "m1", startOn: "2026-05-12", finishOn: "2026-05-22", lateDays: 0 },
    { id: "m2", startOn: "2026-05-25", finishOn: "2026-06-12", lateDays: 0 },
  ]);
});

test("done cards and reached milestones hold others by a lag that still runs, and by nothing else", () => {
  const cards = [
    card({ id: "done", place: "done", doneOn: "2026-05-11" }),
    card({ milestoneId: null }),
    card({ id: "c2", milestoneId: null }),
  ];
  const links = [link({ from: "done", to: "c1", lagDays: 3 }), link({ id: "l2", from: "done", to: "c2" })];
  expect(days(levelled({ cards, links }))).toEqual({
    c1: "2026-05-15 2026-05-15",
    c2: "2026-05-12 2026-05-12",
  });
});

test("somebody without any working time never gets to it", () => {
  const idle = person({ id: "jo", percent: 0 });
  const result = levelled({ people: [idle], cards: [card()] });
  expect(result.cards).toMatchObject([
    { finishOn: "9999-12-31", reasons: [{ code: "no_time", personId: "jo" }] },
  ]);
});

test("items that wait for each other are named", () => {
  const links = [link({ from: "c1", to: "c2" }), link({ id: "l2", from: "c2", to: "c1" })];
  expect(levelPlan(plan({ links }), TODAY)).toEqual({
    ok: false,
    code: "cycle",
    cycle: { itemIds: ["c1", "c2"], linkIds: ["l1", "l2"] },
  });
});
