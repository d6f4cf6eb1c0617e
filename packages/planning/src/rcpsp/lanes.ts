import type { Rcpsp } from "./rcpsp.ts";

/**
 * All resources of one moment side by side in 32-bit words: a lane per resource, wide enough for its capacity, with a guard bit above.
 * The free amounts keep their guards set; taking a demand from every lane at once leaves all guards set exactly when it fits.
 */
export interface Lanes {
  readonly words: number;
  /** By word: everything free, guards set. */
  readonly free: Int32Array;
  /** By word: the guard bits. */
  readonly guards: Int32Array;
  /** By activity * words + word. */
  readonly demands: Int32Array;
}

const WORD = 32;

/** Four resources of up to 127 units take one word; more resources or larger ones as many as they need. */
export function packLanes({ count, resources, capacities, demands }: Rcpsp): Lanes {
  const { places, words } = lanePlaces(capacities);
  const free = new Int32Array(words);
  const guards = new Int32Array(words);
  const packed = new Int32Array(count * words);
  places.forEach(({ word, shift, bits }, resource) => {
    const guard = 1 << (shift + bits);
    guards[word] = (guards[word] ?? 0) | guard;
    free[word] = (free[word] ?? 0) | guard | ((capacities[resource] ?? 0) << shift);
    for (let activity = 0; activity < count; activity++) {
      const at = activity * words + word;
      packed[at] = (packed[at] ?? 0) | ((demands[activity * resources + resource] ?? 0) << shift);
    }
  });
  return { words, free, guards, demands: packed };
}

function lanePlaces(capacities: Int32Array) {
  let word = 0;
  let shift = 0;
  const places = Array.from(capacities, (capacity) => {
    const bits = bitsOf(capacity);
    if (shift + bits + 1 > WORD) {
      word++;
      shift = 0;
    }
    const place = { word, shift, bits };
    shift += bits + 1;
    return place;
  });
  return { places, words: word + 1 };
}

function bitsOf(amount: number): number {
  let bits = 0;
  for (let rest = amount; rest > 0; rest >>= 1) bits++;
  return bits;
}
