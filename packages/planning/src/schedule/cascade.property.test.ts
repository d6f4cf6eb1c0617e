import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { addDays, toEpochDay } from "../calendar/civil-date.ts";
import { isWorkingDay, windowLength } from "../calendar/working-days.ts";
import type { LinkKind, MilestoneState, Plan } from "../plan.ts";
import { calendarSpecs } from "../testing/calendars.ts";
import { link, milestone, plan } from "../testing/plans.ts";
import { cascade } from "./cascade.ts";
import { bordersOf, dateCalendars, enteringEnd, leavingEnd, linkDemand } from "./link-dates.ts";
import type { WindowMove } from "./window-move.ts";

const FIRST = "2026-03-02";
const IDS = ["m0", "m1", "m2", "m3", "m4", "m5"];
const node = fc.nat(IDS.length - 1);

const plans: fc.Arbitrary<Plan> = fc
  .record({
    calendar: calendarSpecs(toEpochDay(FIRST)),
    windows: fc.array(
      fc.record({
        start: fc.nat(40),
        length: fc.nat(15),
        state: fc.constantFrom<MilestoneState>("draft", "active", "active", "accepted", "dropped"),
      }),
      { minLength: IDS.length, maxLength: IDS.length },
    ),
    links: fc.array(
      fc.record({
        from: node,
        to: node,
        kind: fc.constantFrom<LinkKind>("FS", "FS", "SS", "FF", "SF"),
        lagDays: fc.integer({ min: -2, max: 4 }),
        lagCalendar: fc.constantFrom("project" as const, "elapsed" as const),
      }),
      { maxLength: 9 },
    ),
  })
  .map(({ calendar, windows, links }) =>
    plan({
      calendar,
      cards: [],
      milestones: windows.map(({ start, length, state }, i) =>
        milestone({
          id: IDS[i] ?? "",
          state,
          startOn: addDays(FIRST, start),
          targetOn: addDays(FIRST, start + length),
        }),
      ),
      links: links
        .filter(({ from, to }) => from < to)
        .map((each, i) => link({ ...each, id: `l${i}`, from: IDS[each.from] ?? "", to: IDS[each.to] ?? "" })),
    }),
  );

const changes = fc
  .record({ milestoneId: fc.constantFrom(...IDS), start: fc.nat(60), length: fc.nat(15) })
  .map(({ milestoneId, start, length }) => ({
    milestoneId,
    startOn: addDays(FIRST, start),
    targetOn: addDays(FIRST, start + length),
  }));

function apply(on: Plan, moves: readonly WindowMove[]): Plan {
  const moveOf = new Map(moves.map((move) => [move.milestoneId, move.to]));
  return { ...on, milestones: on.milestones.map((each) => ({ ...each, ...moveOf.get(each.id) })) };
}

/** Links between open milestones that do not hold. */
function brokenLinks(on: Plan): string[] {
  const calendars = dateCalendars(on.calendar);
  const milestones = new Map(
    on.milestones.filter(({ state }) => state !== "dropped").map((each) => [each.id, each]),
  );
  return on.links
    .filter((each) => {
      const [from, to] = [milestones.get(each.from), milestones.get(each.to)];
      if (!from || !to || to.state === "accepted") return false;
      const demand = linkDemand(each, bordersOf(from.startOn, from.targetOn), calendars);
      const held = bordersOf(to.startOn, to.targetOn)[enteringEnd(each.kind)];
      return demand !== null && held !== null && held < demand;
    })
    .map(({ id }) => id);
}

/** The ends of windows that moved, as `start m1`. */
function movedEnds(moves: readonly WindowMove[]): Set<string> {
  return new Set(
    moves.flatMap(({ milestoneId, from, to }) => [
      ...(from.startOn === to.startOn ? [] : [`start ${milestoneId}`]),
      ...(from.targetOn === to.targetOn ? [] : [`finish ${milestoneId}`]),
    ]),
  );
}

test("a cascade breaks no link, and every link at an end that moved holds", () => {
  fc.assert(
    fc.property(plans, changes, (on, change) => {
      const { moves, refusals } = cascade(on, change);
      fc.pre(refusals.length === 0);
      const ends = movedEnds(moves);
      const broken = brokenLinks(apply(on, moves));
      for (const { id, from, to, kind } of on.links) {
        const pushed = to !== change.milestoneId && ends.has(`${enteringEnd(kind)} ${to}`);
        if (pushed || ends.has(`${leavingEnd(kind)} ${from}`)) expect(broken).not.toContain(id);
      }
      for (const id of broken) expect(brokenLinks(on)).toContain(id);
    }),
    { numRuns: 400 },
  );
});

test("nothing but the change moves earlier, and what is pushed lands on working days with its window's length", () => {
  fc.assert(
    fc.property(plans, changes, (on, change) => {
      const calendar = createCalendar(on.calendar);
      for (const { milestoneId, from, to } of cascade(on, change).moves) {
        if (milestoneId === change.milestoneId) continue;
        const [fromStart, fromTarget, start, target] = [
          from.startOn ?? "",
          from.targetOn ?? "",
          to.startOn ?? "",
          to.targetOn ?? "",
        ];
        expect(start >= fromStart && target >= fromTarget).toBe(true);
        expect(start > fromStart || target > fromTarget).toBe(true);
        // A window with days off at its beginning may hold a later start without a later target.
        if (start !== fromStart) expect(isWorkingDay(calendar, start)).toBe(true);
        if (target !== fromTarget) expect(isWorkingDay(calendar, target)).toBe(true);
        expect(windowLength(calendar, start, target)).toBeGreaterThanOrEqual(
          windowLength(calendar, fromStart, fromTarget),
        );
      }
    }),
  );
});

test("every push is needed: one day earlier, the link that it names is broken", () => {
  fc.assert(
    fc.property(plans, changes, (on, change) => {
      const { moves } = cascade(on, change);
      for (const { milestoneId, from, to, reason } of moves) {
        if (reason.by !== "link") continue;
        const { linkId } = reason;
        const kind = on.links.find(({ id }) => id === linkId)?.kind ?? "FS";
        const calendar = createCalendar(on.calendar);
        const earlier = (date: string | null) => {
          let day = addDays(date ?? "", -1);
          while (!isWorkingDay(calendar, day)) day = addDays(day, -1);
          return day;
        };
        const less =
          enteringEnd(kind) === "start"
            ? { startOn: earlier(to.startOn) }
            : { targetOn: earlier(to.targetOn) };
        const applied = apply(on, moves);
        const milestones = applied.milestones.map((each) =>
          each.id === milestoneId ? { ...each, ...less } : each,
        );
        expect({ from, broken: brokenLinks({ ...applied, milestones }) }).toMatchObject({
          broken: expect.arrayContaining([linkId]),
        });
      }
    }),
  );
});

test("asking again after applying moves nothing", () => {
  fc.assert(
    fc.property(plans, changes, (on, change) => {
      const { moves } = cascade(on, change);
      expect(cascade(apply(on, moves), change).moves).toEqual([]);
    }),
  );
});

test("the order of milestones and links changes nothing", () => {
  fc.assert(
    fc.property(plans, changes, (on, change) => {
      const turned = { ...on, milestones: [...on.milestones].reverse(), links: [...on.links].reverse() };
      expect(cascade(turned, change).moves).toEqual(cascade(on, change).moves);
    }),
  );
});
