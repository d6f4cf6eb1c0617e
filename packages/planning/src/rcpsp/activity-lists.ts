import type { Random } from "../random.ts";
import { tailsOf } from "./paths.ts";
import type { Precedence } from "./precedence.ts";
import type { Rcpsp } from "./rcpsp.ts";
import type { Direction } from "./serial-sgs.ts";

/** Writes lists in which all activities stand after those that they wait for: forward their predecessors, backward their successors. */
export interface ActivityLists {
  /** The latest finish time rule: the earliest latest finish comes first; of equal ones that with the lowest number. */
  byLatestFinish(out: Int32Array): void;
  /** Drawn: an activity that is free to come next does so the more likely the earlier its latest finish is. */
  drawn(random: Random, out: Int32Array): void;
}

/**
 * The latest finish time (LFT) rule, and regret-based biased random sampling with it. The weight is the root of the regret: a weak bias,
 * for a population needs lists that differ.
 *
 * Source: R. Kolisch, "Serial and parallel resource-constrained project scheduling methods revisited", 1996; A. Drexl, "Scheduling of
 * project networks by job assignment", 1991.
 */
export function createActivityLists(rcpsp: Rcpsp, direction: Direction): ActivityLists {
  const urgency = urgencyOf(rcpsp, direction);
  const ways =
    direction === "forward"
      ? { before: rcpsp.predecessors, after: rcpsp.successors }
      : { before: rcpsp.successors, after: rcpsp.predecessors };
  const eligible = new Int32Array(rcpsp.count);
  const weights = new Float64Array(rcpsp.count);
  /** Weighs the first `size` eligible activities; answers the sum. */
  const weigh = (size: number) => {
    let least = urgency[eligible[0] ?? 0] ?? 0;
    for (let i = 1; i < size; i++) least = Math.min(least, urgency[eligible[i] ?? 0] ?? 0);
    let total = 0;
    for (let i = 0; i < size; i++) {
      const weight = Math.sqrt((urgency[eligible[i] ?? 0] ?? 0) - least + 1);
      weights[i] = weight;
      total += weight;
    }
    return total;
  };
  return {
    byLatestFinish: (out) =>
      fill(ways, eligible, out, (size) => {
        let best = 0;
        for (let i = 1; i < size; i++) if (isBefore(eligible, urgency, i, best)) best = i;
        return best;
      }),
    drawn: (random, out) =>
      fill(ways, eligible, out, (size) => {
        let left = random.fraction() * weigh(size);
        for (let i = 0; i < size; i++) {
          left -= weights[i] ?? 0;
          if (left < 0) return i;
        }
        return size - 1;
      }),
  };
}

/** What follows an activity: the more, the earlier it must finish. */
function urgencyOf(rcpsp: Rcpsp, direction: Direction): Int32Array {
  return tailsOf(rcpsp, direction).map((tail, activity) => tail - (rcpsp.durations[activity] ?? 0));
}

function isBefore(eligible: Int32Array, urgency: Int32Array, i: number, best: number): boolean {
  const [a, b] = [eligible[i] ?? 0, eligible[best] ?? 0];
  const more = (urgency[a] ?? 0) - (urgency[b] ?? 0);
  return more > 0 || (more === 0 && a < b);
}

/** Kahn's walk; `choose` says which of the first `size` eligible activities comes next. */
function fill(
  { before, after }: { readonly before: Precedence; readonly after: Precedence },
  eligible: Int32Array,
  out: Int32Array,
  choose: (size: number) => number,
): void {
  const count = out.length;
  const waitingFor = new Int32Array(count);
  let size = 0;
  for (let a = 0; a < count; a++) {
    waitingFor[a] = (before.first[a + 1] ?? 0) - (before.first[a] ?? 0);
    if (waitingFor[a] === 0) eligible[size++] = a;
  }
  for (let i = 0; i < count; i++) {
    const chosen = choose(size);
    const activity = eligible[chosen] ?? 0;
    eligible[chosen] = eligible[--size] ?? 0;
    out[i] = activity;
    for (let k = after.first[activity] ?? 0; k < (after.first[activity + 1] ?? 0); k++) {
      const follower = after.to[k] ?? 0;
      const left = (waitingFor[follower] ?? 0) - 1;
      waitingFor[follower] = left;
      if (left === 0) eligible[size++] = follower;
    }
  }
}
