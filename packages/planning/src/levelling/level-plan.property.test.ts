import fc from "fast-check";
import { expect, test } from "vitest";
import { createCalendar } from "../calendar/calendar.ts";
import { addDays, dayOfMinute, firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import { isOpenCard } from "../care.ts";
import { createReplayer, WIDTH } from "../forecast/plan-replay.ts";
import type { CalendarSpec, Plan } from "../plan.ts";
import { naiveMinutesOn } from "../testing/calendars.ts";
import { TODAY } from "../testing/plans.ts";
import { randomPlans } from "../testing/random-plans.ts";
import { levelPlan } from "./level-plan.ts";
import { levelWork } from "./level-work.ts";
import { DEFAULT_LEVEL_OPTIONS, type Stretch } from "./levelled-plan.ts";
import { lowerBounds } from "./lower-bounds.ts";
import { remainingOf } from "./remaining-work.ts";

const FEW = { numRuns: 60 };

/** Calls back with each plan that has no cycle, levelled. */
function forLevelled(
  check: (plan: Plan, levelled: Extract<ReturnType<typeof levelPlan>, { ok: true }>) => void,
  plans = randomPlans(),
): void {
  fc.assert(
    fc.property(plans, (plan) => {
      const levelled = levelPlan(plan, TODAY);
      fc.pre(levelled.ok);
      check(plan, levelled);
    }),
    FEW,
  );
}

/** Counted minute by minute. */
function workedIn(spec: CalendarSpec, { start, finish }: Stretch): number {
  let sum = 0;
  for (let day = dayOfMinute(start); day <= dayOfMinute(finish - 1); day++) {
    const first = firstMinuteOf(day);
    sum += naiveMinutesOn(spec, day).filter(
      (minute) => first + minute >= start && first + minute < finish,
    ).length;
  }
  return sum;
}

test("nobody does two things in any minute, works outside the own calendar, or loses a minute of effort", () => {
  forLevelled((plan, { people, cards }) => {
    for (const { id, booked } of people) {
      const person = plan.people.find((each) => each.id === id);
      const spec = person?.calendar ?? plan.calendar;
      for (const [i, booking] of booked.entries()) {
        expect(booking.start).toBeGreaterThanOrEqual(booked[i - 1]?.finish ?? 0);
        expect(workedIn(spec, booking)).toBe(Math.ceil((booking.minutes * 100) / (person?.percent ?? 100)));
        expect(workedIn(spec, { ...booking, finish: booking.start + 1 })).toBe(1);
        expect(workedIn(spec, { ...booking, start: booking.finish - 1 })).toBe(1);
      }
      const parts = cards.flatMap((card) => card.parts).filter(({ personId }) => personId === id);
      const sum = (list: readonly { minutes: number }[]) =>
        list.reduce((total, { minutes }) => total + minutes, 0);
      expect(sum(booked)).toBe(sum(parts));
    }
    for (const card of plan.cards.filter(isOpenCard)) {
      expect(cards.find(({ id }) => id === card.id)?.minutes).toBe(remainingOf(card, card.likely ?? 0));
    }
  });
});

test("every link holds with its lag or lead, and cards stay between their window and their milestone's end", () => {
  forLevelled(
    (plan, { cards, milestones }) => {
      const items = new Map<string, Stretch>([...milestones, ...cards].map((item) => [item.id, item]));
      const lastPart = (id: string) =>
        cards.find((card) => card.id === id)?.parts.toSorted((a, b) => b.finish - a.finish)[0];
      const specOf = (id: string) =>
        plan.people.find((person) => person.id === lastPart(id)?.personId)?.calendar ?? plan.calendar;
      const { minutes, minutesPerDay } = createCalendar(plan.calendar);
      for (const { from, to, kind, lagDays } of plan.links) {
        const [before, after] = [items.get(from), items.get(to)];
        if (before === undefined || after === undefined) continue;
        const left = kind === "FS" || kind === "FF" ? before.finish : before.start;
        const moment =
          lagDays === 0 ? left : minutes.finishAt(minutes.worked(left) + lagDays * minutesPerDay);
        if (kind === "FS" || kind === "SS") expect(after.start).toBeGreaterThanOrEqual(moment);
        // Until the end of time off is the same as its beginning.
        else expect(workedIn(specOf(to), { ...after, start: after.finish, finish: moment })).toBe(0);
      }
      for (const { milestoneId, start, finish, startOn } of cards) {
        const own = milestones.find(({ id }) => id === milestoneId);
        expect(start).toBeGreaterThanOrEqual(own?.start ?? 0);
        expect(finish).toBeLessThanOrEqual(own?.finish ?? finish);
        expect(startOn >= TODAY).toBe(true);
      }
    },
    randomPlans({ lead: 2 }),
  );
});

test("no milestone ends before the day that its lower bound proves", () => {
  forLevelled(
    (plan, { milestones }) => {
      const bounds = lowerBounds(plan, TODAY);
      for (const { id, finishOn } of milestones) {
        const bound = bounds.ok ? bounds.milestones.find((each) => each.id === id) : undefined;
        expect(finishOn >= (bound?.notBefore ?? "9999-12-31")).toBe(true);
      }
    },
    randomPlans({ lead: 2 }),
  );
});

test("the order in which a plan is written down changes nothing", () => {
  forLevelled((plan, { cards, milestones }) => {
    const turned = levelPlan(
      {
        ...plan,
        cards: plan.cards
          .toReversed()
          .map((card) => ({ ...card, assigneeIds: card.assigneeIds.toReversed() })),
        milestones: plan.milestones.toReversed(),
        people: plan.people.toReversed(),
        links: plan.links.toReversed(),
      },
      TODAY,
    );
    const dates = (list: readonly (Stretch & { id: string })[]) =>
      list.map(({ id, start, finish }) => [id, start, finish].join(" ")).sort((a, b) => (a < b ? -1 : 1));
    expect(turned.ok && dates([...turned.cards, ...turned.milestones])).toEqual(
      dates([...cards, ...milestones]),
    );
  });
});

test("moving every date by a week moves every answer by a week", () => {
  const later = (date: string | null) => (date === null ? null : addDays(date, 7));
  const moved = (spec: CalendarSpec): CalendarSpec => ({
    week: spec.week,
    daysOff: (spec.daysOff ?? []).map(({ from, to }) => ({ from: addDays(from, 7), to: addDays(to, 7) })),
    extraDays: (spec.extraDays ?? []).map(({ on, intervals }) => ({ on: addDays(on, 7), intervals })),
  });
  forLevelled((plan, { cards, milestones }) => {
    const shifted = levelPlan(
      {
        ...plan,
        calendar: moved(plan.calendar),
        people: plan.people.map((each) => ({ ...each, calendar: each.calendar && moved(each.calendar) })),
        cards: plan.cards.map((each) => ({ ...each, startOn: later(each.startOn) })),
        milestones: plan.milestones.map((each) => ({
          ...each,
          startOn: later(each.startOn),
          targetOn: later(each.targetOn),
        })),
      },
      addDays(TODAY, 7),
    );
    const week = 7 * 1440;
    const finishes = [...cards, ...milestones].map(({ finish }) => finish + week);
    expect(shifted.ok && [...shifted.cards, ...shifted.milestones].map(({ finish }) => finish)).toEqual(
      finishes,
    );
  });
});

test("replaying the levelled order with the same lengths gives the same dates", () => {
  fc.assert(
    fc.property(randomPlans({ kinds: ["FS", "SS", "FF"] }), (plan) => {
      const work = levelWork(plan, TODAY, DEFAULT_LEVEL_OPTIONS);
      fc.pre(work.ok);
      const { network, schedule } = work.levelled;
      const lengths = network.nodes.map(({ length }) => (length === 0 ? null : Float64Array.of(length)));
      const { futures, run } = createReplayer(work.levelled, lengths);
      run(0, 1);
      const finishes = network.nodes.map((_, node) => futures.finish[node * WIDTH]);
      expect(finishes).toEqual([...schedule.finish]);
    }),
    FEW,
  );
});

test("a day is what its minutes say", () => {
  forLevelled((_, { cards }) => {
    for (const { start, startOn, finish, finishOn } of cards) {
      expect(dayOfMinute(start)).toBe(toEpochDay(startOn));
      expect(dayOfMinute(finish - 1)).toBe(toEpochDay(finishOn));
    }
  });
});
