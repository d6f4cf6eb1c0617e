import type { Levelled } from "../levelling/level-work.ts";
import type { PlanRisk } from "../plan.ts";
import { pertTable } from "./pert.ts";
import type { Factor } from "./plan-draws.ts";
import type { ForecastInput } from "./plan-forecast.ts";
import { streamOf } from "./plan-streams.ts";

/**
 * What open risks cost: in the share of futures in which one happens, each of its milestones takes so much longer after its last card. A
 * risk with chance 0 is as good as none. Adds to the lengths of the milestones' moments.
 */
export function riskDelays(
  input: ForecastInput,
  { network, plan }: Levelled,
  lengths: (Float64Array | null)[],
): Factor[] {
  return plan.risks.flatMap((risk): Factor[] => {
    if (risk.status !== "open" || risk.chance <= 0) return [];
    const nodes = risk.milestoneIds.flatMap((id) => network.items.get(id)?.workDone ?? []);
    if (nodes.length === 0) return [];
    const values = delaysOf(input, risk);
    for (const node of nodes) {
      const before = lengths[node];
      lengths[node] = before ? before.map((value, i) => value + (values[i] ?? 0)) : values;
    }
    return [{ kind: "risk", id: risk.id, values, nodes }];
  });
}

/** Two draws a sample, whether it happens and what it costs, so that one never shifts the other. */
function delaysOf({ seed, samples }: ForecastInput, risk: PlanRisk): Float64Array {
  const random = streamOf(seed, "risk", risk.id);
  const table = pertTable({ low: risk.impactLow, likely: risk.impactLikely, high: risk.impactHigh });
  const values = new Float64Array(samples);
  for (let i = 0; i < samples; i++) {
    const happens = random.fraction() * 100 < risk.chance;
    const cost = table.at(random.fraction());
    values[i] = happens ? Math.round(cost) : 0;
  }
  return values;
}
