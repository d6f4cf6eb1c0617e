import type { ClientPlan, ShownMilestone } from "./client-plan.ts";

export interface Money {
  currency: string;
  total: number;
  reached: number;
  paid: number;
  /** Where the next payment hangs. */
  next: { milestone: ShownMilestone; minor: number } | null;
}

/** What is agreed, what of it is reached and what is paid; null where no milestone has a price. */
export function moneyOf({ milestones, snapshot }: ClientPlan): Money | null {
  const priced = milestones.filter(({ priceMinor }) => priceMinor !== null && priceMinor > 0);
  if (priced.length === 0) return null;
  const sum = (some: readonly ShownMilestone[]) =>
    some.reduce((minor, { priceMinor }) => minor + (priceMinor ?? 0), 0);
  const next = priced.find(({ isReached }) => !isReached);
  return {
    currency: snapshot.project.currency,
    total: sum(priced),
    reached: sum(priced.filter(({ isReached }) => isReached)),
    paid: sum(priced.filter(({ paidOn }) => paidOn !== null)),
    next: next ? { milestone: next, minor: next.priceMinor ?? 0 } : null,
  };
}
