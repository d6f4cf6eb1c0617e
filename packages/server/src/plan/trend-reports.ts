import type { Scope } from "../access/scope.ts";
import { civilDate } from "../kit/clock.ts";
import { snapshotsOf } from "./daily-snapshots.store.ts";
import { PlanSnapshot, type PlanSnapshotView } from "./plan-snapshot.ts";
import { keptSnapshots } from "./plan-versions.store.ts";
import type { TrendPointView } from "./trend.view.ts";

/** What was said about one milestone on one day, and where that is known from. */
export type Report = TrendPointView & { milestoneId: string };

interface KeptVersion {
  n: number;
  on: string;
  reason: string;
  plan: PlanSnapshotView;
}

export async function keptVersions(scope: Scope, projectId: string, zone: string): Promise<KeptVersion[]> {
  return (await keptSnapshots(scope, projectId)).map(({ snapshot, createdAt, n, reason }) => ({
    n,
    reason,
    on: civilDate(createdAt, zone),
    plan: PlanSnapshot.parse(JSON.parse(snapshot)),
  }));
}

export function versionReports({ n, on, plan }: KeptVersion): Report[] {
  return plan.milestones.flatMap(({ id, targetOn, reachedOn }) =>
    targetOn === null || reachedOn !== null
      ? []
      : [{ milestoneId: id, on, targetOn, source: "version" as const, n }],
  );
}

export async function dayReports(scope: Scope, projectId: string): Promise<Report[]> {
  return (await snapshotsOf(scope, projectId)).flatMap(({ milestoneId, onDay, targetOn }) =>
    targetOn === null ? [] : [{ milestoneId, on: onDay, targetOn, source: "day" as const, n: null }],
  );
}

/** A line ends where its milestone is reached, else today. */
export function nowReport(
  row: { id: string; targetOn: string | null; reachedOn: string | null },
  today: string,
): Report[] {
  const targetOn = row.reachedOn ?? row.targetOn;
  return targetOn === null
    ? []
    : [{ milestoneId: row.id, on: row.reachedOn ?? today, targetOn, source: "now", n: null }];
}
