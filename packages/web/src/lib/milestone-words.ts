import type { LinkKind } from "./dependency-acts.ts";
import type { MilestoneState } from "./milestone-acts.ts";
import type { Milestone, Plan } from "./plan-query.ts";

export const STATE_NAMES: Record<MilestoneState, string> = {
  draft: "Draft",
  in_input: "Input asked",
  agreed: "Agreed",
  active: "Active",
  submitted: "Submitted",
  accepted: "Reached",
  dropped: "Dropped",
};

export const LINK_NAMES: Record<LinkKind, string> = {
  FS: "starts when it has ended",
  SS: "starts when it has started",
  FF: "ends when it has ended",
  SF: "ends when it has started",
};

/** The same, said of what waits for this one. */
export const FOLLOWER_NAMES: Record<LinkKind, string> = {
  FS: "starts when this has ended",
  SS: "starts when this has started",
  FF: "ends when this has ended",
  SF: "ends when this has started",
};

export function lagText(days: number): string {
  if (days === 0) return "";
  const count = Math.abs(days);
  return `${count} working ${count === 1 ? "day" : "days"} ${days > 0 ? "later" : "earlier"}`;
}

/** Neither reached nor dropped: it can still move. */
export function isOpen({ state }: { state: string }): boolean {
  return state !== "accepted" && state !== "dropped";
}

/** The word that a milestone's sign and chip show. */
export function healthWord({ state, health }: Pick<Milestone, "state" | "health">): string {
  if (state === "accepted") return "reached";
  return health?.word ?? "not_enough_data";
}

/** The objectives a milestone serves, itself or through its phase, in the order of the plan. */
export function servedBy(plan: Plan, milestone: Milestone): string[] {
  const phase = plan.milestones.find(({ id }) => id === milestone.parentId);
  const own = new Set([...milestone.objectiveIds, ...(phase ? phase.objectiveIds : [])]);
  return plan.objectives.flatMap(({ id }) => (own.has(id) ? [id] : []));
}

/** The day a milestone stands at on the road: when it was reached, else its target. */
export function dayOf({ reachedOn, targetOn }: Pick<Milestone, "reachedOn" | "targetOn">): string | null {
  return reachedOn ?? targetOn;
}

export function byDate(one: Milestone, other: Milestone): number {
  const [a, b] = [dayOf(one) ?? one.startOn ?? "9999", dayOf(other) ?? other.startOn ?? "9999"];
  return a < b ? -1 : a > b ? 1 : one.number - other.number;
}
