import type { PackedInfluence } from "./forecast-network.ts";
import { LANES, type LatinHypercube } from "./latin-hypercube.ts";

/** What every influence does in each lane of the current batch. */
export interface InfluenceLanes {
  begin(batch: number): void;
  /** Changes the 64 durations as the influence does. */
  apply(influence: number, durations: Int32Array): void;
}

export function influenceLanes(
  influences: readonly PackedInfluence[],
  { draw }: LatinHypercube,
  streamOf: (stream: number) => number,
): InfluenceLanes {
  const places = new Int32Array(LANES);
  const lanes = influences.map((influence) => ({ influence, effect: new Float64Array(LANES) }));
  const begin = (batch: number) => {
    for (const { influence, effect } of lanes) {
      draw(places, streamOf(influence.stream), batch);
      for (let lane = 0; lane < LANES; lane++) effect[lane] = influence.values[places[lane] ?? 0] ?? 0;
    }
  };
  const apply = (influence: number, durations: Int32Array) => {
    const own = lanes[influence];
    if (!own) return;
    for (let lane = 0; lane < LANES; lane++) {
      const before = durations[lane] ?? 0;
      const by = own.effect[lane] ?? 0;
      durations[lane] = Math.round(own.influence.adds ? before + by : before * by);
    }
  };
  return { begin, apply };
}
