import type { Levelled } from "../levelling/level-work.ts";
import type { PlanRisk } from "../plan.ts";
import { pertTable } from "./pert.ts";
import type { Factor } from "./plan-draws.ts";
import type { PlanStreams } from "./plan-streams.ts";

/**
 * What open risks cost: in the share of futures in which one happens, each of its milestones takes so much longer after its last card. A
 * risk with chance 0 is as good as none. Adds to the lengths of the milestones' moments.
 */
export function riskDelays(
  streams: PlanStreams,
  { network, plan }: Levelled,
  lengths: (Float64Array | null)[],
): Factor[] {
  return plan.risks.flatMap((risk): Factor[] => {
    if (risk.status !== "open" || risk.chance <= 0) return [];
    const nodes = risk.milestoneIds.flatMap((id) => network.items.get(id)?.workDone ?? []);
    if (nodes.length === 0) return [];
    const values = delaysOf(streams, risk);
    for (const node of nodes) {
      const before = lengths[node];
      lengths[node] = before ? before.map((value, i) => value + (values[i] ?? 0)) : values;
    }
    return [{ kind: "risk", id: risk.id, values, nodes }];
  });
}

/** Whether it happens and what it costs are drawn apart, so that a likelier risk costs the same where it happened before. */
function delaysOf(streams: PlanStreams, risk: PlanRisk): Float64Array {
  const happens = streams.shares("risk", risk.id);
  const costs = streams.shares("risk cost", risk.id);
  const table = pertTable({ low: risk.impactLow, likely: risk.impactLikely, high: risk.impactHigh });
  return happens.map((share, i) => (share * 100 < risk.chance ? Math.round(table.at(costs[i] ?? 0)) : 0));
}
