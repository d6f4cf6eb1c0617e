import type { CivilDate, PlanMilestone } from "../plan.ts";

export interface KeptDates {
  /** Reached on the agreed date or before. */
  readonly kept: number;
  /** Reached, of those that had an agreed date. */
  readonly of: number;
}

/**
 * How many milestones were reached on the agreed date? What was added after the agreement has none and does not count.
 * @param agreed the targets of the version that was agreed on
 * @example keptDates(new Map([["m1", "2026-05-08"]]), [{ id: "m1", state: "accepted", reachedOn: "2026-05-08" }]) // { kept: 1, of: 1 }
 */
export function keptDates(
  agreed: ReadonlyMap<string, CivilDate>,
  milestones: readonly Pick<PlanMilestone, "id" | "state" | "reachedOn">[],
): KeptDates {
  const reached = milestones.flatMap(({ id, state, reachedOn }) => {
    const agreedOn = agreed.get(id);
    return state === "accepted" && reachedOn !== null && agreedOn !== undefined
      ? [{ reachedOn, agreedOn }]
      : [];
  });
  return {
    kept: reached.filter(({ reachedOn, agreedOn }) => reachedOn <= agreedOn).length,
    of: reached.length,
  };
}
