import { byDate, servedBy } from "../lib/milestone-words.ts";
import type { Milestone, Plan } from "../lib/plan-query.ts";

/** A milestone on the road; minor ones stand under their phase. */
export interface RoadRow {
  milestone: Milestone;
  minor: boolean;
  /** It serves more objectives than the one it stands under. */
  also: number;
}

export interface RoadGroup {
  id: string;
  /** Null: those that serve no objective yet. */
  statement: string | null;
  rows: RoadRow[];
}

/** Objectives in the order of the plan, under each its milestones by date. Objectives that nothing serves are left out. */
export function roadGroups(plan: Plan, { dropped }: { dropped: boolean }): RoadGroup[] {
  const shown = plan.milestones.filter(({ state }) => dropped || state !== "dropped").toSorted(byDate);
  const groups = new Map<string, RoadGroup>(
    plan.objectives.map(({ id, statement }) => [id, { id, statement, rows: [] }]),
  );
  const rest: RoadGroup = { id: "none", statement: null, rows: [] };
  const ids = new Set(shown.map(({ id }) => id));
  for (const milestone of shown) {
    if (milestone.parentId && ids.has(milestone.parentId)) continue;
    const served = servedBy(plan, milestone);
    const group = groups.get(served[0] ?? "") ?? rest;
    const also = Math.max(0, served.length - 1);
    group.rows.push(
      { milestone, minor: false, also },
      ...minorsOf(shown, milestone.id, new Set([milestone.id])),
    );
  }
  return [...groups.values(), rest].filter(({ rows }) => rows.length > 0);
}

function minorsOf(shown: readonly Milestone[], phaseId: string, seen: Set<string>): RoadRow[] {
  return shown
    .filter(({ id, parentId }) => parentId === phaseId && !seen.has(id))
    .flatMap((milestone) => {
      seen.add(milestone.id);
      return [{ milestone, minor: true, also: 0 }, ...minorsOf(shown, milestone.id, seen)];
    });
}

/** All days that must have a place on the road. */
export function daysOf(plan: Plan): string[] {
  const { startOn, dueOn } = plan.project;
  const own = plan.milestones
    .filter(({ state }) => state !== "dropped")
    .flatMap((milestone) => [
      milestone.startOn,
      milestone.targetOn,
      milestone.reachedOn,
      milestone.forecast?.p95On ?? null,
    ]);
  const fixed = plan.fixedDates.map(({ onDate }) => onDate);
  return [plan.today, startOn, dueOn, ...own, ...fixed].filter((day) => day !== null);
}
