import { addDays, daysBetween } from "@milepost/planning";
import type { ReportedMilestoneView, ReportSnapshotView } from "./report-snapshot.view.ts";

export interface RoadRow {
  id: string;
  name: string;
  word: ReportSnapshotView["health"]["word"];
  state: string;
  isReached: boolean;
  baseline: string;
  date: string;
  expected: string;
  /** Where its days lie between the first and the last of the road, 0 to 1. */
  at: { baseline: number | null; date: number | null; expected: number | null };
}

type Said = Pick<RoadRow, "baseline" | "date" | "expected" | "state">;

/** A margin at both ends keeps signs whole. */
const EDGE = 0.04;

/** The stones with their days on one scale. */
export function roadOf(
  milestones: readonly ReportedMilestoneView[],
  onDate: string,
  said: (milestone: ReportedMilestoneView) => Said,
): { rows: RoadRow[]; today: number } {
  const days = milestones.flatMap((one) => [one.baselineOn, dateOf(one), expectedOf(one)]);
  const known = [onDate, ...days.filter((day) => day !== null)].sort();
  const first = addDays(known[0] ?? onDate, -1);
  const last = addDays(known.at(-1) ?? onDate, 1);
  const whole = daysBetween(first, last);
  const share = (day: string) => EDGE + (1 - 2 * EDGE) * (daysBetween(first, day) / whole);
  const place = (day: string | null) => (day === null ? null : share(day));
  return {
    today: share(onDate),
    rows: milestones.map((one) => ({
      ...{ id: one.id, name: `M${one.number} ${one.title}`, word: one.word, isReached: one.isReached },
      ...said(one),
      at: {
        baseline: place(one.baselineOn),
        date: place(dateOf(one)),
        expected: place(expectedOf(one)),
      },
    })),
  };
}

function dateOf({ isReached, reachedOn, targetOn }: ReportedMilestoneView): string | null {
  return isReached ? (reachedOn ?? targetOn) : targetOn;
}

function expectedOf({ isReached, expectedByOn }: ReportedMilestoneView): string | null {
  return isReached ? null : expectedByOn;
}
