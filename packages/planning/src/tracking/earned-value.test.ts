import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar, DEFAULT_WEEK, ELAPSED } from "../calendar/calendar.ts";
import { addDays } from "../calendar/civil-date.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { EarnedTask, EarningRule, ProgressEvent } from "./earned-task.ts";
import { type EarnedValue, type EarnedValueInput, earnedValue } from "./earned-value.ts";

const START = "2026-01-05";
const calendar = createCalendar({ week: DEFAULT_WEEK });
const daily = createCalendar(ELAPSED);

const percent = (on: string, done: number): ProgressEvent => ({ on, done, of: 100 });

function task(change: Partial<EarnedTask> = {}): EarnedTask {
  return {
    id: "t1",
    startOn: START,
    finishOn: "2026-01-16",
    budget: 1000,
    rule: "percent",
    progress: [],
    ...change,
  };
}

function at(on: string, input: Partial<EarnedValueInput> & { tasks: readonly EarnedTask[] }): EarnedValue {
  const [value] = earnedValue({ spending: [], dates: [on], ...input }, calendar);
  if (value === undefined) throw new Error("no value");
  return value;
}

test("money is planned by the working day and earned by the percent, in whole cents", () => {
  const tasks = [task({ budget: 1001, progress: [percent("2026-01-07", 33)] })];
  expect(at("2026-01-09", { tasks, spending: [{ on: "2026-01-06", amount: 400 }] })).toMatchObject({
    budget: 1001,
    planned: 500,
    earned: 330,
    spent: 400,
    scheduleIndex: 0.66,
  });
});

test("a weekend plans nothing", () => {
  const tasks = [task()];
  expect(at("2026-01-11", { tasks }).planned).toBe(at("2026-01-09", { tasks }).planned);
});

describe("a fixed price", () => {
  const half = [percent("2026-01-07", 50)];
  test.each([
    ["zero_hundred", 0, 0],
    ["fifty_fifty", 500, 500],
    ["percent", 500, 500],
  ] as const)("by %s is planned and earned half way as %i and %i", (rule, planned, earned) => {
    expect(at("2026-01-09", { tasks: [task({ rule, progress: half })] })).toMatchObject({ planned, earned });
  });

  test("is earned whole at the end by every rule", () => {
    for (const rule of ["zero_hundred", "fifty_fifty", "percent"] as const) {
      const tasks = [task({ rule, progress: [...half, percent("2026-01-16", 100)] })];
      expect(at("2026-01-16", { tasks })).toMatchObject({ planned: 1000, earned: 1000 });
    }
  });
});

test("parallel work hides a delay that the longest path shows", () => {
  const tasks = [
    task({ progress: [percent("2026-01-09", 20)] }),
    task({ id: "t2", finishOn: "2026-01-09", progress: [percent("2026-01-08", 100)] }),
  ];
  const value = at("2026-01-09", { tasks, longestPath: ["t1"] });
  expect(value.schedule.variance).toBeCloseTo(-1, 12);
  expect(value.longestPath).toMatchObject({ earned: 2, variance: -3, index: 0.4 });
});

test("work out of order lowers the p-factor", () => {
  const second = { startOn: "2026-01-19", finishOn: "2026-01-30" };
  const inOrder = [task({ progress: [percent("2026-01-09", 50)] }), task({ id: "t2", ...second })];
  const turned = [task(), task({ id: "t2", ...second, progress: [percent("2026-01-09", 50)] })];
  expect(at("2026-01-09", { tasks: inOrder }).adherence).toBe(1);
  expect(at("2026-01-09", { tasks: turned }).adherence).toBe(0);
});

const rules = fc.constantFrom<EarningRule>("percent", "zero_hundred", "fifty_fifty");
const tasks: fc.Arbitrary<EarnedTask[]> = fc
  .array(
    fc.record({
      from: fc.nat(60),
      length: fc.nat(30),
      budget: fc.integer({ min: 1, max: 1_000_000 }),
      rule: rules,
      progress: fc.array(fc.record({ day: fc.nat(120), percent: fc.nat(100) }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ from, length, budget, rule, progress }, i) => ({
      id: `t${i}`,
      startOn: addDays(START, from),
      finishOn: addDays(START, from + length),
      budget,
      rule,
      progress: neverBack(progress),
    })),
  );

function neverBack(events: readonly { readonly day: number; readonly percent: number }[]): ProgressEvent[] {
  let most = 0;
  return [...events]
    .sort((a, b) => a.day - b.day)
    .map(({ day, percent: done }) => {
      most = Math.max(most, done);
      return percent(addDays(START, day), most);
    });
}

const dates = Array.from({ length: 40 }, (_, i) => addDays(START, 4 * i));

test("nothing is worth more than its budget; planned value and earned schedule never fall", () => {
  fc.assert(
    fc.property(tasks, (all) => {
      const series = earnedValue({ tasks: all, spending: [], dates }, calendar);
      for (const [i, { planned, earned, budget, schedule, adherence }] of series.entries()) {
        const before = series[i - 1];
        expect(Math.max(planned, earned)).toBeLessThanOrEqual(budget);
        expect(Number.isInteger(planned) && Number.isInteger(earned)).toBe(true);
        expect(planned).toBeGreaterThanOrEqual(before?.planned ?? 0);
        expect(schedule.earned).toBeGreaterThanOrEqual(before?.schedule.earned ?? 0);
        expect(schedule.earned).toBeLessThanOrEqual(schedule.plannedDuration);
        expect(adherence ?? 0).toBeLessThanOrEqual(1);
      }
    }),
  );
});

/** Each day exactly what was planned for it has been done. */
function onPlan(all: readonly EarnedTask[]): EarnedTask[] {
  return all.map((each) => {
    const length = countDays(each);
    const progress = Array.from({ length }, (_, i) => ({
      on: addWorkingDays(calendar, addDays(each.startOn, -1), i + 1),
      done: i + 1,
      of: length,
    }));
    return { ...each, progress };
  });
}

function countDays({ startOn, finishOn }: EarnedTask): number {
  let days = 0;
  for (let on = startOn; on <= finishOn; on = addDays(on, 1))
    if (addWorkingDays(calendar, addDays(on, -1), 1) === on) days++;
  return days;
}

test("exactly on plan, ES is the time that is over, SPI(t) is 1 and nothing is out of order", () => {
  const even = tasks.map((all) =>
    all
      .map((each) => ({ ...each, rule: "percent" as const, budget: countDays(each) * 20 }))
      .filter((each) => each.budget > 0),
  );
  fc.assert(
    fc.property(even, (all) => {
      for (const { planned, earned, schedule, adherence } of earnedValue(
        { tasks: onPlan(all), spending: [], dates },
        calendar,
      )) {
        expect(earned).toBe(planned);
        const time = Math.min(schedule.actualTime, schedule.plannedDuration);
        expect(schedule.earned).toBeCloseTo(time, 9);
        if (schedule.actualTime > 0 && time > 0) expect(schedule.index).toBeCloseTo(1, 9);
        expect(adherence ?? 1).toBeCloseTo(1, 9);
      }
    }),
    { numRuns: 40 },
  );
});

test("when all is done, EV is BAC, ES is PD, and a late end stays late however long ago", () => {
  fc.assert(
    fc.property(tasks, fc.nat(60), (all, late) => {
      const done = all.map((each) => ({
        ...each,
        progress: [percent(addDays(START, 95 + late), 100)],
      }));
      const [end, longAfter] = earnedValue(
        { tasks: done, spending: [], dates: [addDays(START, 95 + late), addDays(START, 900)] },
        calendar,
      );
      expect(end?.earned).toBe(end?.budget);
      expect(end?.schedule.earned).toBe(end?.schedule.plannedDuration);
      expect(end?.schedule.variance).toBeLessThan(0);
      expect(longAfter?.schedule).toEqual(end?.schedule);
      expect(end?.scheduleIndex).toBe(1);
    }),
  );
});

test("neither the order of the tasks nor seven days more change what is said", () => {
  const said = (all: readonly EarnedTask[], shift: number) =>
    earnedValue({ tasks: all, spending: [], dates: dates.map((on) => addDays(on, shift)) }, calendar).map(
      ({ on: _on, ...value }) => value,
    );
  const later = (all: readonly EarnedTask[]) =>
    all.map((each) => ({
      ...each,
      startOn: addDays(each.startOn, 7),
      finishOn: addDays(each.finishOn, 7),
      progress: each.progress.map((event) => ({ ...event, on: addDays(event.on, 7) })),
    }));
  fc.assert(
    fc.property(tasks, (all) => {
      expect(said(later(all), 7)).toEqual(said(all, 0));
      const turned = said([...all].reverse(), 0);
      expect(turned.map(({ schedule, earned }) => [schedule, earned])).toEqual(
        said(all, 0).map(({ schedule, earned }) => [schedule, earned]),
      );
    }),
  );
});

test("a hundred million in cents stays exact", () => {
  const all = Array.from({ length: 1000 }, (_, i) =>
    task({ id: `t${i}`, budget: 10_000_001, startOn: START }),
  );
  const done = all.map((each) => ({ ...each, progress: [percent("2026-01-09", 33)] }));
  const [value] = earnedValue({ tasks: done, spending: [], dates: ["2026-01-09"] }, daily);
  expect(value?.earned).toBe(1000 * Math.floor((10_000_001 * 33) / 100));
  expect(value?.budget).toBe(10_000_001_000);
});
