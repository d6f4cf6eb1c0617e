import type { PlanMilestone, Progress } from "@milepost/planning";

const NONE: Progress = { done: 0, total: 0, doneCount: 0, count: 0, percent: 0 };

/** How far the project is: the sum of its outermost milestones, what was dropped left out. */
export function projectProgress(
  milestones: readonly Pick<PlanMilestone, "id" | "parentId" | "state">[],
  progress: ReadonlyMap<string, Progress>,
): Progress {
  const sum = milestones
    .filter(({ parentId, state }) => parentId === null && state !== "dropped")
    .map(({ id }) => progress.get(id) ?? NONE)
    .reduce(
      (a, b) => ({
        ...NONE,
        done: a.done + b.done,
        total: a.total + b.total,
        doneCount: a.doneCount + b.doneCount,
        count: a.count + b.count,
      }),
      NONE,
    );
  return { ...sum, percent: sum.total === 0 ? 0 : Math.floor((100 * sum.done) / sum.total) };
}

export function presentProgress(progress: Progress | undefined): Progress {
  return progress ?? NONE;
}
