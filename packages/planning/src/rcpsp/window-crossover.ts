import type { Random } from "../random.ts";

/** Windows of a quarter to a half of the activities. */
const SHORTEST = 1 / 4;
const LONGEST = 1 / 2;

/** Positions `from` to `to` - 1 of a list. */
export interface Window {
  from: number;
  to: number;
}

/**
 * Puts the activities of a window of one list into the order that they have in another; the rest stays. A list in which all stand after
 * what they wait for stays one.
 */
export interface WindowCrossover {
  /** Somewhere in the list. */
  drawWindow(random: Random): Window;
  /** Writes the child; answers the first position at which it differs from `list`, `to` when it does not. */
  cross(list: Int32Array, mate: Int32Array, window: Window, out: Int32Array): number;
}

export function createWindowCrossover(count: number): WindowCrossover {
  const inWindow = new Uint8Array(count);
  return {
    drawWindow(random) {
      const share = SHORTEST + random.fraction() * (LONGEST - SHORTEST);
      const length = Math.min(count, Math.max(2, Math.floor(count * share)));
      const from = random.below(count - length + 1);
      return { from, to: from + length };
    },
    cross(list, mate, { from, to }, out) {
      out.set(list);
      inWindow.fill(0);
      for (let i = from; i < to; i++) inWindow[list[i] ?? 0] = 1;
      let differs = to;
      let next = from;
      for (let i = 0; next < to; i++) {
        const activity = mate[i] ?? 0;
        if (inWindow[activity] !== 1) continue;
        if (differs === to && list[next] !== activity) differs = next;
        out[next++] = activity;
      }
      return differs;
    },
  };
}
