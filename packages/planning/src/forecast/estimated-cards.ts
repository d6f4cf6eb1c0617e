import type { Plan } from "../plan.ts";

/** Cards with a likely estimate, by the milestones and phases that hold them. */
export function estimatedCards({ milestones, cards }: Plan): ReadonlyMap<string, number> {
  const parents = new Map(milestones.map(({ id, parentId }) => [id, parentId]));
  const counts = new Map<string, number>();
  for (const { milestoneId, likely } of cards) {
    const seen = new Set<string>();
    for (
      let id = likely === null ? null : milestoneId;
      id !== null && !seen.has(id);
      id = parents.get(id) ?? null
    ) {
      seen.add(id);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return counts;
}
