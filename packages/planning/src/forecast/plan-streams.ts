import { createRandom, type Random } from "../random.ts";
import { CELLS } from "./duration-table.ts";
import { LANES, latinHypercube } from "./latin-hypercube.ts";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
/** Rows of parts in a packed table: the cell of a place is its part in that row. */
const ROWS = CELLS / LANES;

/** The draws of one run. Those of one name hang on the seed and the name alone: a change elsewhere in the plan leaves them as they are. */
export interface PlanStreams {
  /** One share between 0 and 1 a sample, spread evenly (Latin hypercube): each of 64 in a row falls into another 64th. */
  shares(kind: string, id: string): Float64Array;
  /** Plain random numbers. */
  random(kind: string, id: string): Random;
}

export function planStreams(seed: number, samples: number): PlanStreams {
  const hypercube = latinHypercube(seed);
  const places = new Int32Array(LANES);
  return {
    random: (kind, id) => createRandom(hashOf(kind, id) ^ Math.imul(seed | 0, 0x9e3779b1)),
    shares(kind, id) {
      const stream = hashOf(kind, id);
      const values = new Float64Array(samples);
      for (let first = 0, batch = 0; first < samples; first += LANES, batch++) {
        hypercube.draw(places, stream, batch);
        const count = Math.min(LANES, samples - first);
        for (let lane = 0; lane < count; lane++) values[first + lane] = shareAt(places[lane] ?? 0);
      }
      return values;
    },
  };
}

/** The middle of the cell that lies at a place of a packed table. */
function shareAt(place: number): number {
  const cell = (place % LANES) * ROWS + Math.floor(place / LANES);
  return (cell + 0.5) / CELLS;
}

/** Source: FNV-1a, G. Fowler, L. C. Noll and K.-P. Vo. */
function hashOf(kind: string, id: string): number {
  let hash = FNV_OFFSET;
  const name = `${kind}:${id}`;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), FNV_PRIME);
  return hash;
}
