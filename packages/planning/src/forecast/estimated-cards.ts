import type { Plan, PlanCard } from "../plan.ts";

/** Cards with a likely estimate, by the milestones and phases that hold them. */
export function estimatedCards(plan: Pick<Plan, "milestones" | "cards">): ReadonlyMap<string, number> {
  return cardsHeld(plan, ({ likely }) => likely !== null);
}

/** How many such cards each milestone and phase holds. */
export function cardsHeld(
  { milestones, cards }: Pick<Plan, "milestones" | "cards">,
  counts: (card: PlanCard) => boolean,
): ReadonlyMap<string, number> {
  const parents = new Map(milestones.map(({ id, parentId }) => [id, parentId]));
  const held = new Map<string, number>();
  for (const card of cards) {
    const seen = new Set<string>();
    for (
      let id = counts(card) ? card.milestoneId : null;
      id !== null && !seen.has(id);
      id = parents.get(id) ?? null
    ) {
      seen.add(id);
      held.set(id, (held.get(id) ?? 0) + 1);
    }
  }
  return held;
}
