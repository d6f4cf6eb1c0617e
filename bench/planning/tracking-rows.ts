import {
  addDays,
  createCalendar,
  DEFAULT_WEEK,
  type EarnedTask,
  earnedValue,
  milestoneTrend,
  type TrendReport,
} from "@milepost/planning";
import { timedRow } from "../calibration.ts";
import type { Row } from "../row.ts";

const START = "2026-01-05";
const RUNS = 41;

/** How the plan drifted and what it earned. */
export function trackingRows(drawsPerMs: number): Row[] {
  const calendar = createCalendar({ week: DEFAULT_WEEK });
  const input = { tasks: tasks(1000), spending: spending(100), dates: dates(100), longestPath: path(100) };
  const told = { reports: reports(50, 52) };
  const row = (name: string, work: () => unknown, goal?: string) =>
    timedRow(name, drawsPerMs, work, { runs: RUNS, ...(goal === undefined ? {} : { goal }) });
  return [
    row("earned value of 1,000 tasks at 100 status dates", () => earnedValue(input, calendar), "<= 20 ms"),
    row("trend of 50 milestones over 52 weekly reports", () => milestoneTrend(told, calendar)),
  ];
}

function tasks(count: number): EarnedTask[] {
  return Array.from({ length: count }, (_, i) => {
    const startOn = addDays(START, (i * 7) % 600);
    const half = addDays(startOn, 9);
    return {
      id: `t${i}`,
      startOn,
      finishOn: addDays(startOn, 5 + (i % 40)),
      budget: 60 + (i % 97) * 30,
      rule: i % 10 === 0 ? "fifty_fifty" : "percent",
      progress: [
        { on: half, done: 1, of: 2 },
        { on: addDays(half, 20), done: 2, of: 2 },
      ],
    };
  });
}

function dates(count: number): string[] {
  return Array.from({ length: count }, (_, i) => addDays(START, 7 * i));
}

function path(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `t${i * 10}`);
}

function spending(count: number) {
  return Array.from({ length: count }, (_, i) => ({ on: addDays(START, 6 * i), amount: 1000 + i }));
}

function reports(milestones: number, weeks: number): TrendReport[] {
  return Array.from({ length: milestones * weeks }, (_, i) => {
    const week = Math.floor(i / milestones);
    const milestone = i % milestones;
    const days = 60 + 7 * milestone + Math.floor((week * (milestone % 5)) / 2);
    return { milestoneId: `m${milestone}`, on: addDays(START, 7 * week), plannedOn: addDays(START, days) };
  });
}
