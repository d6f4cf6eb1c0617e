import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { addDays, toEpochDay } from "../calendar/civil-date.ts";
import { addWorkingDays, isWorkingDay, windowLength } from "../calendar/working-days.ts";
import type { Plan } from "../plan.ts";
import { calendarSpecs } from "../testing/calendars.ts";
import { link, milestone, plan } from "../testing/plans.ts";
import { cascade } from "./cascade.ts";
import { computedBack } from "./computed-back.ts";

const TODAY = "2026-05-04";

function chain(change: Partial<Plan> = {}): Plan {
  return plan({
    milestones: [
      milestone({ id: "brief", startOn: "2026-05-04", targetOn: "2026-05-08" }),
      milestone({ id: "content", startOn: "2026-05-11", targetOn: "2026-05-22" }),
      milestone({ id: "launch", startOn: null, targetOn: "2026-06-12" }),
      milestone({ id: "report", startOn: null, targetOn: "2026-06-19" }),
    ],
    links: [
      link({ id: "l1", from: "brief", to: "content" }),
      link({ id: "l2", from: "content", to: "launch", lagDays: 2 }),
      link({ id: "l3", from: "launch", to: "report" }),
    ],
    ...change,
  });
}

const datesOf = (back: ReturnType<typeof computedBack>) =>
  back.moves.map(({ milestoneId, to }) => [milestoneId, to.startOn, to.targetOn]);

describe("a plan computed back from a day", () => {
  it("puts everything that leads there as late as it may be, on working days, with its length", () => {
    const back = computedBack(chain(), { milestoneId: "launch", on: "2026-06-07" }, TODAY);
    expect(datesOf(back)).toEqual([
      ["launch", null, "2026-06-05"],
      ["content", "2026-05-20", "2026-06-02"],
      ["brief", "2026-05-13", "2026-05-19"],
    ]);
    expect(back.moves.map(({ slipDays }) => slipDays)).toEqual([-5, 7, 7]);
    expect(back.moves[1]?.reason).toEqual({ by: "link", linkId: "l2", milestoneId: "launch" });
    expect(back.tooLate).toEqual([]);
  });

  it("says what would have had to begin already", () => {
    const back = computedBack(chain(), { milestoneId: "launch", on: "2026-05-15" }, TODAY);
    expect(back.tooLate).toEqual(["content", "brief"]);
  });

  it("pushes what follows when the day is later", () => {
    const back = computedBack(chain(), { milestoneId: "launch", on: "2026-06-26" }, TODAY);
    expect(datesOf(back).at(-1)).toEqual(["report", null, "2026-06-29"]);
  });

  it("gives dates to what has none, where something that follows needs them", () => {
    const undated = chain();
    const milestones = undated.milestones.map((each) =>
      each.id === "report" ? each : { ...each, startOn: null, targetOn: null },
    );
    const back = computedBack({ ...undated, milestones }, { milestoneId: "launch", on: "2026-06-05" }, TODAY);
    expect(datesOf(back)).toEqual([
      ["launch", null, "2026-06-05"],
      ["content", null, "2026-06-02"],
      ["brief", null, "2026-06-01"],
    ]);
    expect(back.moves.map(({ slipDays }) => slipDays)).toEqual([null, null, null]);
  });

  it("leaves alone what is reached, and opens a phase no later than it was", () => {
    const phased = chain({
      milestones: [
        milestone({ id: "brief", state: "accepted", startOn: "2026-05-04", targetOn: "2026-05-08" }),
        milestone({ id: "phase", startOn: "2026-05-04", targetOn: "2026-07-31" }),
        milestone({ id: "content", parentId: "phase", startOn: "2026-05-11", targetOn: "2026-05-22" }),
        milestone({ id: "launch", startOn: null, targetOn: "2026-06-12" }),
      ],
    });
    const back = computedBack(phased, { milestoneId: "launch", on: "2026-06-26" }, TODAY);
    expect(back.moves.map(({ milestoneId }) => milestoneId)).toEqual(["launch", "content"]);
  });

  it.each([
    ["no_such_milestone", { milestoneId: "x", on: "2026-06-05" }, {}],
    [
      "milestone_closed",
      { milestoneId: "m1", on: "2026-06-05" },
      { milestones: [milestone({ state: "accepted" })] },
    ],
    [
      "cycle",
      { milestoneId: "m1", on: "2026-06-05" },
      { links: [link(), link({ id: "l2", from: "m2", to: "m1" })] },
    ],
  ] as const)("refuses: %s", (code, from, change) => {
    expect(computedBack(plan(change as Partial<Plan>), from, TODAY).refusal).toBe(code);
  });
});

const IDS = ["m0", "m1", "m2", "m3", "m4"];
const node = fc.nat(IDS.length - 1);
const plans = fc
  .record({
    calendar: calendarSpecs(toEpochDay("2026-03-02")),
    windows: fc.array(fc.record({ start: fc.nat(40), length: fc.nat(12) }), {
      minLength: IDS.length,
      maxLength: IDS.length,
    }),
    links: fc.array(fc.record({ from: node, to: node, lagDays: fc.integer({ min: 0, max: 4 }) }), {
      maxLength: 7,
    }),
  })
  .map(({ calendar, windows, links }) =>
    plan({
      calendar,
      cards: [],
      milestones: windows.map(({ start, length }, i) =>
        milestone({
          id: IDS[i] ?? "",
          startOn: addDays("2026-03-02", start),
          targetOn: addDays("2026-03-02", start + length),
        }),
      ),
      links: links
        .filter(({ from, to }) => from < to)
        .map(({ lagDays, ...each }, i) =>
          link({ id: `l${i}`, from: IDS[each.from] ?? "", to: IDS[each.to] ?? "", lagDays }),
        ),
    }),
  );

function applied(before: Plan, back: ReturnType<typeof computedBack>): Plan {
  const to = new Map(back.moves.map((move) => [move.milestoneId, move.to]));
  return { ...before, milestones: before.milestones.map((each) => ({ ...each, ...to.get(each.id) })) };
}

describe("whatever the plan", () => {
  it("holds the day and all links, keeps windows, and asks for nothing more when it is asked again", () => {
    fc.assert(
      fc.property(plans, fc.integer({ min: 60, max: 90 }), (before, days) => {
        const on = addDays("2026-03-02", days);
        const calendar = createCalendar(before.calendar);
        const back = computedBack(before, { milestoneId: "m4", on }, TODAY);
        const after = applied(before, back);
        const last = after.milestones.find(({ id }) => id === "m4");
        expect(last?.targetOn !== null && last !== undefined && last.targetOn <= on).toBe(true);
        for (const { from, to } of back.moves) {
          expect(isWorkingDay(calendar, to.targetOn ?? "")).toBe(true);
          const length = windowLength(calendar, from.startOn ?? "", from.targetOn ?? "");
          expect(windowLength(calendar, to.startOn ?? "", to.targetOn ?? "")).toBe(Math.max(1, length));
        }
        expect(computedBack(after, { milestoneId: "m4", on }, TODAY).moves).toEqual([]);
      }),
    );
  });

  it("leaves no day to spare: whatever leads there and is a day later takes it past the day", () => {
    fc.assert(
      fc.property(plans, (before) => {
        const on = "2026-05-29";
        const calendar = createCalendar(before.calendar);
        const back = computedBack(before, { milestoneId: "m4", on }, TODAY);
        const after = applied(before, back);
        for (const { milestoneId, to, reason } of back.moves) {
          if (reason.by !== "link" || !leads(before, milestoneId)) continue;
          const late = cascade(after, {
            milestoneId,
            targetOn: addWorkingDays(calendar, to.targetOn ?? "", 1),
          });
          expect(late.moves.some((move) => move.milestoneId === "m4" && (move.to.targetOn ?? "") > on)).toBe(
            true,
          );
        }
      }),
    );
  });
});

/** Is there a way from here to the last milestone? */
function leads({ links }: Pick<Plan, "links">, id: string): boolean {
  return links.some(({ from, to }) => from === id && (to === "m4" || leads({ links }, to)));
}
