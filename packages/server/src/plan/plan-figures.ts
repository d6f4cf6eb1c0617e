import {
  type Health,
  healthOf,
  type Plan,
  type PlanMilestone,
  type Progress,
  progressOf,
  type ScheduledItem,
  schedulePlan,
} from "@milepost/planning";

export interface PlanFigures {
  progress: Map<string, Progress>;
  /** A dropped milestone has no health. */
  health: Map<string, Health>;
  scheduled: Map<string, ScheduledItem>;
  longestPath: readonly string[];
  finishOn: string | null;
  /** Items that wait for each other: then nothing can be scheduled. */
  cycle: readonly string[] | null;
}

/** What planning says about a plan: how far, how healthy, what has slack. */
export function planFigures(plan: Plan, today: string, paused: boolean): PlanFigures {
  const schedule = schedulePlan(plan, today);
  return {
    progress: progressOf(plan),
    health: healthOfAll(plan, today, paused),
    scheduled: new Map(schedule.ok ? schedule.items.map((item) => [item.id, item]) : []),
    longestPath: schedule.ok ? schedule.longestPath : [],
    finishOn: schedule.ok ? schedule.finishOn : null,
    cycle: schedule.ok ? null : schedule.cycle.itemIds,
  };
}

interface Measured {
  readonly milestones: readonly Pick<PlanMilestone, "id" | "state" | "targetOn" | "parentId">[];
  readonly cards: readonly { milestoneId: string | null; likely: number | null }[];
}

/** Nothing is forecast yet: without one no milestone is called on track. */
export function healthOfAll(
  { milestones, cards }: Measured,
  today: string,
  projectPaused: boolean,
): Map<string, Health> {
  const estimated = estimatedCards(milestones, cards);
  const words = new Map<string, Health>();
  for (const { id, state, targetOn } of milestones) {
    if (state === "dropped") continue;
    const estimatedCards = estimated.get(id) ?? 0;
    words.set(id, healthOf({ state, targetOn, projectPaused, clientItems: [], estimatedCards }, today));
  }
  return words;
}

/** A phase counts the cards of its minor milestones too. */
function estimatedCards(
  milestones: readonly { id: string; parentId: string | null }[],
  cards: readonly { milestoneId: string | null; likely: number | null }[],
): Map<string, number> {
  const parents = new Map(milestones.map(({ id, parentId }) => [id, parentId]));
  const counts = new Map<string, number>();
  for (const { milestoneId, likely } of cards) {
    const seen = new Set<string>();
    for (let at = likely === null ? null : milestoneId; at !== null && !seen.has(at); ) {
      seen.add(at);
      counts.set(at, (counts.get(at) ?? 0) + 1);
      at = parents.get(at) ?? null;
    }
  }
  return counts;
}
