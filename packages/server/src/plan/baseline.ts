import { type Calendar, slip } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { notFound } from "../kit/errors.ts";
import type { MilestoneWithParts } from "../milestones/milestone-parts.store.ts";
import type { BaselineView, MilestoneBaselineView } from "./baseline.view.ts";
import { PlanSnapshot, type SnapshotMilestoneView } from "./plan-snapshot.ts";
import { keptSnapshot, listVersions, type PlanVersionRow } from "./plan-versions.store.ts";

export interface Baseline {
  /** What the plan is measured against; null while no version was kept. */
  chosen: BaselineView | null;
  /** All that can be chosen, newest first. */
  all: BaselineView[];
  milestones: ReadonlyMap<string, SnapshotMilestoneView>;
}

/** For what is shown without its slip. */
export const UNMEASURED: Baseline = { chosen: null, all: [], milestones: new Map() };

/** The version with this number; without one the last that the client approved, else the first. */
export async function readBaseline(
  scope: Scope,
  projectId: string,
  n: number | undefined,
): Promise<Baseline> {
  const versions = await listVersions(scope, projectId);
  const usual = versions.find(({ approval }) => approval !== null) ?? versions.at(-1);
  const row = n === undefined ? usual : versions.find((each) => each.n === n);
  if (n !== undefined && !row) throw notFound(`This plan has no version ${n}.`);
  const kept = row && PlanSnapshot.parse(JSON.parse(await keptSnapshot(scope, row.id)));
  return {
    chosen: row ? presentBaseline(row) : null,
    all: versions.map(presentBaseline),
    milestones: new Map(kept?.milestones.map((each) => [each.id, each])),
  };
}

/** Its dates then, and by how much it is later now; what is reached is measured by the day on which it was. */
export function slipOf(
  row: Pick<MilestoneWithParts, "targetOn" | "reachedOn">,
  kept: SnapshotMilestoneView | undefined,
  calendar: Calendar,
): MilestoneBaselineView | null {
  if (!kept) return null;
  const { startOn, targetOn } = kept;
  const now = row.reachedOn ?? row.targetOn;
  if (targetOn === null || now === null) return { startOn, targetOn, slipDays: null, slipCalendarDays: null };
  const { workingDays, calendarDays } = slip(calendar, targetOn, now);
  return { startOn, targetOn, slipDays: workingDays, slipCalendarDays: calendarDays };
}

function presentBaseline({ id, n, reason, createdAt, approval }: PlanVersionRow): BaselineView {
  return { id, n, reason, at: createdAt.toISOString(), approved: approval !== null };
}
