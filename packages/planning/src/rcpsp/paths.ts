import type { Rcpsp } from "./rcpsp.ts";
import type { Direction } from "./serial-sgs.ts";

/**
 * By activity: the longest chain of work from its start to the end of the project, its own duration included. Backward: from its
 * finish back to the beginning.
 */
export function tailsOf(rcpsp: Rcpsp, direction: Direction): Int32Array {
  const { count, order, durations } = rcpsp;
  const { first, to } = direction === "forward" ? rcpsp.successors : rcpsp.predecessors;
  const tails = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const activity = order[direction === "forward" ? count - 1 - i : i] ?? 0;
    let longest = 0;
    for (let k = first[activity] ?? 0; k < (first[activity + 1] ?? 0); k++) {
      longest = Math.max(longest, tails[to[k] ?? 0] ?? 0);
    }
    tails[activity] = longest + (durations[activity] ?? 0);
  }
  return tails;
}

/** The length of the project if nothing but the links limited it. */
export function criticalPathLength(rcpsp: Rcpsp): number {
  return tailsOf(rcpsp, "forward").reduce((longest, tail) => Math.max(longest, tail), 0);
}
