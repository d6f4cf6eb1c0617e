import type { Rcpsp } from "./rcpsp.ts";
import type { Narrowing, StartWindows } from "./refutation.ts";

/**
 * From its latest start to its earliest finish an activity is running in every schedule. No other may be started into a moment at which
 * it would exceed a capacity with what runs there anyway.
 */
export function createTimetable(rcpsp: Rcpsp): (windows: StartWindows, end: number) => Narrowing {
  const { count, resources, durations, demands, capacities, horizon } = rcpsp;
  const running = new Int32Array((horizon + 1) * resources);
  const add = (activity: number, from: number, to: number, sign: number) => {
    for (let t = from; t < to; t++) {
      for (let resource = 0; resource < resources; resource++) {
        const at = t * resources + resource;
        running[at] = (running[at] ?? 0) + sign * (demands[activity * resources + resource] ?? 0);
      }
    }
  };
  const fits = (activity: number, t: number) => {
    for (let resource = 0; resource < resources; resource++) {
      const demand = demands[activity * resources + resource] ?? 0;
      if (demand > 0 && (running[t * resources + resource] ?? 0) + demand > (capacities[resource] ?? 0))
        return false;
    }
    return true;
  };
  const first = (activity: number, from: number, last: number, duration: number) => {
    let start = from;
    for (let t = start; t < start + duration && start <= last; t++) if (!fits(activity, t)) start = t + 1;
    return start;
  };
  const final = (activity: number, from: number, last: number, duration: number) => {
    let start = last;
    for (let t = start + duration - 1; t >= start && start >= from; t--)
      if (!fits(activity, t)) start = t - duration;
    return start;
  };
  return ({ earliest, latest }, end) => {
    running.fill(0, 0, end * resources);
    const part = (activity: number, sign: number) =>
      add(activity, latest[activity] ?? 0, (earliest[activity] ?? 0) + (durations[activity] ?? 0), sign);
    for (let activity = 0; activity < count; activity++) part(activity, 1);
    let narrower = false;
    for (let activity = 0; activity < count; activity++) {
      const duration = durations[activity] ?? 0;
      const [from, last] = [earliest[activity] ?? 0, latest[activity] ?? 0];
      if (from > last) return "impossible";
      part(activity, -1);
      const start = first(activity, from, last, duration);
      const end = final(activity, start, last, duration);
      if (start > last || end < start) return "impossible";
      if (start > from || end < last) narrower = true;
      earliest[activity] = start;
      latest[activity] = end;
      part(activity, 1);
    }
    return narrower ? "narrower" : "nothing";
  };
}
