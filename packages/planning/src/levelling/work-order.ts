import type { CardPlace, Plan, PlanCard } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import type { LevelNetwork } from "./level-network.ts";

/** Further right on the board comes first. */
const PLACES: readonly CardPlace[] = ["done", "doing", "todo", "outline", "later"];
/** After every date. */
const NO_TARGET = "9999-12-31";

interface Key {
  readonly target: string;
  readonly priority: number;
  readonly place: number;
  readonly position: string;
  readonly id: string;
}

/**
 * Who comes first among the work of one person: by milestone target, priority, then place on the board; links come before all that. What
 * others wait for inherits the earliest target among them, so that a link never makes an early target wait for a later one's turn.
 * Answers the rank of each node, 0 first; moments have rank -1.
 */
export function workRanks(network: LevelNetwork, plan: Plan, order: readonly number[]): Int32Array {
  const { nodes } = network;
  const targets = inheritedTargets(network, plan, order);
  const cards = new Map(plan.cards.map((card) => [card.id, card]));
  const keys = nodes.map(({ itemId }, node) => keyOf(itemId, targets[node] ?? NO_TARGET, cards.get(itemId)));
  const parts = nodes.flatMap(({ kind }, node) => (kind === "part" ? [node] : []));
  parts.sort((a, b) => compareKeys(keys[a], keys[b]) || compareText(personOf(a), personOf(b)));
  const ranks = new Int32Array(nodes.length).fill(-1);
  for (const [rank, node] of parts.entries()) ranks[node] = rank;
  return ranks;

  function personOf(node: number): string {
    return nodes[node]?.personId ?? "";
  }
}

function inheritedTargets(network: LevelNetwork, plan: Plan, order: readonly number[]): string[] {
  const milestones = new Map(plan.milestones.map(({ id, targetOn }) => [id, targetOn]));
  const own = new Map<string, string | null>(milestones);
  for (const { id, milestoneId, dueOn } of plan.cards) {
    own.set(id, milestoneId === null ? dueOn : (milestones.get(milestoneId) ?? null));
  }
  const targets = network.nodes.map(({ itemId }) => own.get(itemId) ?? NO_TARGET);
  for (let i = order.length - 1; i >= 0; i--) {
    const node = order[i] ?? 0;
    for (const { to } of network.outgoing[node] ?? []) {
      const after = targets[to] ?? NO_TARGET;
      if (after < (targets[node] ?? NO_TARGET)) targets[node] = after;
    }
  }
  return targets;
}

function keyOf(id: string, target: string, card: PlanCard | undefined): Key {
  return {
    target,
    priority: card?.priority ?? 0,
    place: PLACES.indexOf(card?.place ?? "later"),
    position: card?.position ?? "",
    id,
  };
}

function compareKeys(a: Key | undefined, b: Key | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return (
    compareText(a.target, b.target) ||
    b.priority - a.priority ||
    a.place - b.place ||
    compareText(a.position, b.position) ||
    compareText(a.id, b.id)
  );
}
