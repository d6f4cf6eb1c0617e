import type { CivilDate, Plan } from "../plan.ts";

/** One milestone as it was promised. */
export interface BaselineMilestone {
  readonly id: string;
  readonly startOn: CivilDate | null;
  readonly targetOn: CivilDate | null;
  /** Likely minutes of its cards, those in the Later list left out; cards that nobody has estimated count nothing. */
  readonly effort: number;
  /** In the smallest unit of the project's currency; `null` = it has none. */
  readonly price: number | null;
}

/** What was promised at one moment: what slip is measured against. Nothing changes it; a new promise is a new baseline. */
export interface Baseline {
  /** 1, 2, 3 ... in the order in which they were taken. */
  readonly n: number;
  readonly takenOn: CivilDate;
  readonly reason: string;
  /** The client has approved it. */
  readonly approved: boolean;
  /** In the order of their ids, without the dropped ones. */
  readonly milestones: readonly BaselineMilestone[];
}

/** What a baseline says about itself, and the prices that the plan does not hold. */
export interface BaselineHead extends Omit<Baseline, "milestones"> {
  /** By the id of the milestone. */
  readonly prices?: ReadonlyMap<string, number>;
}

/**
 * The plan's promise as it stands now: dates, effort and price of every milestone that is not dropped. The answer is frozen and shares
 * nothing with the plan, so no later edit can reach it.
 * @example takeBaseline(plan, { n: 1, takenOn: "2026-05-12", reason: "Plan agreed", approved: true }).milestones[0]
 * // { id: "m1", startOn: "2026-05-11", targetOn: "2026-05-22", effort: 960, price: null }
 */
export function takeBaseline(plan: Pick<Plan, "milestones" | "cards">, head: BaselineHead): Baseline {
  const efforts = new Map<string, number>();
  for (const { milestoneId, likely, place } of plan.cards) {
    if (milestoneId === null || place === "later") continue;
    efforts.set(milestoneId, (efforts.get(milestoneId) ?? 0) + (likely ?? 0));
  }
  const milestones = plan.milestones
    .filter(({ state }) => state !== "dropped")
    .map(({ id, startOn, targetOn }) =>
      Object.freeze({
        id,
        startOn,
        targetOn,
        effort: efforts.get(id) ?? 0,
        price: head.prices?.get(id) ?? null,
      }),
    )
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { n, takenOn, reason, approved } = head;
  return Object.freeze({ n, takenOn, reason, approved, milestones: Object.freeze(milestones) });
}

/**
 * The baseline to measure against when nobody has chosen one: the latest that the client approved, else the first; `null` without any.
 * @example standingBaseline([v1, approvedV2, v3])?.n // 2
 */
export function standingBaseline<B extends Pick<Baseline, "n" | "approved">>(
  baselines: readonly B[],
): B | null {
  const inOrder = [...baselines].sort((a, b) => a.n - b.n);
  return inOrder.findLast(({ approved }) => approved) ?? inOrder[0] ?? null;
}
