import { disjunctivePairs, narrowPairs } from "./disjunctive-pairs.ts";
import { createEnergyTest } from "./energy-test.ts";
import { tailsOf } from "./paths.ts";
import type { Rcpsp } from "./rcpsp.ts";
import { createTimetable } from "./timetable.ts";

/** When each activity may start, from `earliest` to `latest`; narrowed until nothing more follows. */
export interface StartWindows {
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
}

/** What a rule made of the windows; `impossible` when an activity has none left. */
export type Narrowing = "nothing" | "narrower" | "impossible";

/**
 * Answers whether it is proved that no schedule ends by `end`. `false` proves nothing. Start windows from the links are narrowed by
 * pairs that cannot overlap and by what must be running at each moment; then the work that must lie in an interval is held against its
 * room.
 */
export function createRefutation(rcpsp: Rcpsp): (end: number) => boolean {
  const tails = tailsOf(rcpsp, "forward");
  const heads = tailsOf(rcpsp, "backward");
  const pairs = disjunctivePairs(rcpsp);
  const timetable = createTimetable(rcpsp);
  const energy = createEnergyTest(rcpsp);
  return (end) => {
    const windows: StartWindows = {
      earliest: heads.map((head, activity) => head - (rcpsp.durations[activity] ?? 0)),
      latest: tails.map((tail) => end - tail),
    };
    for (;;) {
      const found = [
        narrowPairs(rcpsp, pairs, windows),
        timetable(windows, end),
        narrowByLinks(rcpsp, windows),
      ];
      if (found.includes("impossible")) return true;
      if (!found.includes("narrower")) return energy(windows);
    }
  };
}

function narrowByLinks({ order, durations, predecessors, count }: Rcpsp, windows: StartWindows): Narrowing {
  const { earliest, latest } = windows;
  let narrower = false;
  const each = (activity: number, see: (before: number) => void) => {
    for (let k = predecessors.first[activity] ?? 0; k < (predecessors.first[activity + 1] ?? 0); k++)
      see(predecessors.to[k] ?? 0);
  };
  for (const activity of order) {
    each(activity, (before) => {
      const over = (earliest[before] ?? 0) + (durations[before] ?? 0);
      if (over > (earliest[activity] ?? 0)) {
        earliest[activity] = over;
        narrower = true;
      }
    });
    if ((earliest[activity] ?? 0) > (latest[activity] ?? 0)) return "impossible";
  }
  for (let i = count - 1; i >= 0; i--) {
    const activity = order[i] ?? 0;
    each(activity, (before) => {
      const last = (latest[activity] ?? 0) - (durations[before] ?? 0);
      if (last < (latest[before] ?? 0)) {
        latest[before] = last;
        narrower = true;
      }
    });
  }
  return narrower ? "narrower" : "nothing";
}
