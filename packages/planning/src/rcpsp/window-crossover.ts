import type { Random } from "../random.ts";

/** Windows of a quarter to a half of the activities. */
const SHORTEST = 1 / 4;
const LONGEST = 1 / 2;

/**
 * Puts the activities of a drawn window of one list into the order that they have in another; the rest stays. A list in which all stand
 * after what they wait for stays one.
 */
export function createWindowCrossover(count: number, random: Random) {
  const inWindow = new Uint8Array(count);
  return (list: Int32Array, mate: Int32Array, out: Int32Array): void => {
    const share = SHORTEST + random.fraction() * (LONGEST - SHORTEST);
    const length = Math.max(1, Math.floor(count * share));
    const from = random.below(count - length + 1);
    out.set(list);
    inWindow.fill(0);
    for (let i = from; i < from + length; i++) inWindow[list[i] ?? 0] = 1;
    let next = from;
    for (let i = 0; next < from + length; i++) {
      const activity = mate[i] ?? 0;
      if (inWindow[activity] === 1) out[next++] = activity;
    }
  };
}
