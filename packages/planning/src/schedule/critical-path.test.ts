import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCalendar, DEFAULT_WEEK, ELAPSED } from "../calendar/calendar.ts";
import { addDays, fromEpochDay, toEpochDay } from "../calendar/civil-date.ts";
import type { LinkKind } from "../plan.ts";
import { asNetwork, type DayNetwork, dayNetworks, scheduleByHand } from "../testing/networks.ts";
import { criticalPath } from "./critical-path.ts";
import type { Network } from "./network.ts";

const FIRST = toEpochDay("2026-03-02");
const networks = dayNetworks(FIRST);

/** First day and day after the last, as the library has them. */
function datesOf(network: Network) {
  const path = criticalPath(network);
  return network.items.map(({ timeline, duration }, node) => {
    const start = path.early.startAt[node] ?? 0;
    const units = timeline.worked(start);
    expect(start).toBe(timeline.startAt(units));
    expect(path.early.finishAt[node]).toBe(timeline.finishAt(units + duration));
    return { start, finish: timeline.finishAt(units + duration) };
  });
}

/** The same network with one item held back by `units` of its work. */
function delayed(data: DayNetwork, item: number, units: number): DayNetwork {
  const { timeline } = asNetwork(data).items[item] ?? { timeline: createCalendar(ELAPSED).days };
  const start = scheduleByHand(data)[item]?.start ?? FIRST;
  const earliest = timeline.startAt(timeline.worked(start) + units);
  return { ...data, items: data.items.map((each, i) => (i === item ? { ...each, earliest } : each)) };
}

function endOf(dates: readonly { finish: number }[]): number {
  return Math.max(...dates.map(({ finish }) => finish));
}

describe("on any small network with any calendars", () => {
  test("early dates are those found by hand", () => {
    fc.assert(
      fc.property(networks, (data) => {
        expect(datesOf(asNetwork(data))).toEqual(scheduleByHand(data));
      }),
      { numRuns: 300 },
    );
  });

  test("delaying an item by its total slack keeps the end, by one more moves it", () => {
    fc.assert(
      fc.property(networks, fc.nat(6), (data, chosen) => {
        const item = chosen % data.items.length;
        const slack = criticalPath(asNetwork(data)).totalSlack[item] ?? -1;
        const end = endOf(scheduleByHand(data));
        expect(slack).toBeGreaterThanOrEqual(0);
        expect(endOf(scheduleByHand(delayed(data, item, slack)))).toBe(end);
        expect(endOf(scheduleByHand(delayed(data, item, slack + 1)))).toBeGreaterThan(end);
      }),
      { numRuns: 300 },
    );
  });

  test("delaying an item by its free slack moves nothing else, by one more moves something", () => {
    fc.assert(
      fc.property(networks, fc.nat(6), (data, chosen) => {
        const item = chosen % data.items.length;
        const path = criticalPath(asNetwork(data));
        const slack = path.freeSlack[item] ?? -1;
        const before = scheduleByHand(data);
        const rest = (dates: typeof before) => [...dates.filter((_, i) => i !== item), { end: endOf(dates) }];
        expect(slack).toBeGreaterThanOrEqual(0);
        expect(slack).toBeLessThanOrEqual(path.totalSlack[item] ?? -1);
        expect(rest(scheduleByHand(delayed(data, item, slack)))).toEqual(rest(before));
        expect(rest(scheduleByHand(delayed(data, item, slack + 1)))).not.toEqual(rest(before));
      }),
      { numRuns: 300 },
    );
  });

  test("the longest path ends with the last item, and each step of it drives the next", () => {
    fc.assert(
      fc.property(networks, (data) => {
        const network = asNetwork(data);
        const path = criticalPath(network);
        const dates = datesOf(network);
        const longest = path.longestPath();
        expect(dates[longest.at(-1) ?? -1]?.finish).toBe(path.end);
        for (const [i, node] of longest.entries()) {
          const drivers = path.drivers(node).map(({ from }) => from);
          if (i === 0) expect(drivers).toEqual([]);
          else expect(drivers).toContain(longest[i - 1]);
        }
      }),
    );
  });

  test("renumbering the items changes nothing", () => {
    const shuffled = networks.chain((data) =>
      fc.tuple(
        fc.constant(data),
        fc.shuffledSubarray(
          data.items.map((_, i) => i),
          { minLength: data.items.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([data, order]) => {
        const [plain, renumbered] = [criticalPath(asNetwork(data)), criticalPath(asNetwork(data, order))];
        for (const key of ["totalSlack", "freeSlack"] as const) {
          expect([...renumbered[key]]).toEqual(order.map((i) => plain[key][i]));
        }
        for (const key of ["early", "late"] as const) {
          expect([...renumbered[key].startAt]).toEqual(order.map((i) => plain[key].startAt[i]));
        }
        expect(renumbered.longestPath().map((node) => order[node])).toEqual(plain.longestPath());
      }),
    );
  });

  test("a week later everything is a week later", () => {
    fc.assert(
      fc.property(networks, (data) => {
        const later = {
          ...data,
          calendars: data.calendars.map(aWeekLater),
          items: data.items.map((item) => ({ ...item, earliest: item.earliest + 7 })),
        };
        const moved = datesOf(asNetwork(data)).map(({ start, finish }) => ({
          start: start + 7,
          finish: finish + 7,
        }));
        expect(datesOf(asNetwork(later))).toEqual(moved);
      }),
    );
  });
});

function aWeekLater(spec: DayNetwork["calendars"][number]): DayNetwork["calendars"][number] {
  return {
    week: spec.week,
    daysOff: (spec.daysOff ?? []).map(({ from, to }) => ({ from: addDays(from, 7), to: addDays(to, 7) })),
    extraDays: (spec.extraDays ?? []).map(({ on, intervals }) => ({ on: addDays(on, 7), intervals })),
  };
}

test("with finish-to-start links on one calendar the critical path sums to the length", () => {
  fc.assert(
    fc.property(networks, (data) => {
      const items = data.items.map((item) => ({ ...item, calendar: 0, earliest: FIRST }));
      const links = data.links.map((link) => ({ ...link, kind: "FS" as const, lag: 0 }));
      const network = asNetwork({ ...data, items, links });
      const { totalSlack, end, ...path } = criticalPath(network);
      const longestPath = path.longestPath();
      const [{ timeline } = { timeline: createCalendar(ELAPSED).days }] = network.items;
      const sum = longestPath.reduce((total, node) => total + (network.items[node]?.duration ?? 0), 0);
      expect(sum).toBe(timeline.worked(end) - timeline.worked(FIRST));
      expect(longestPath.map((node) => totalSlack[node])).toEqual(longestPath.map(() => 0));
    }),
  );
});

/** Two items of two days each, from Monday 2 March 2026, Monday to Friday. */
test.each([
  ["FS", 0, "2026-03-04"],
  ["FS", 2, "2026-03-06"],
  ["FS", 3, "2026-03-09"],
  ["FS", -1, "2026-03-03"],
  ["SS", 0, "2026-03-02"],
  ["SS", 1, "2026-03-03"],
  ["FF", 0, "2026-03-02"],
  ["FF", 1, "2026-03-03"],
  ["SF", 0, "2026-03-02"],
  ["SF", 4, "2026-03-04"],
] satisfies [LinkKind, number, string][])("after %s %i the second starts on %s", (kind, lag, expected) => {
  const item = { calendar: 0, duration: 2, earliest: FIRST };
  const links = [{ from: 0, to: 1, kind, lag, lagCalendar: 0 }];
  const [, second] = datesOf(asNetwork({ calendars: [{ week: DEFAULT_WEEK }], items: [item, item], links }));
  expect(fromEpochDay(second?.start ?? 0)).toBe(expected);
});

test("a lag of elapsed days runs through the weekend", () => {
  const item = { calendar: 0, duration: 5, earliest: FIRST };
  const links = [{ from: 0, to: 1, kind: "FS" as const, lag: 2, lagCalendar: 1 }];
  const [, second] = datesOf(
    asNetwork({ calendars: [{ week: DEFAULT_WEEK }, ELAPSED], items: [item, item], links }),
  );
  expect(fromEpochDay(second?.start ?? 0)).toBe("2026-03-09");
});
