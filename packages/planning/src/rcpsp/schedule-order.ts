/** Room for sorting by time, kept between calls. */
export interface ScheduleOrder {
  /**
   * Writes to `out` the activities of `list` by descending finish; of equal ones the last of the list first, so that what follows in
   * the one direction is over first in the other.
   */
  reverse(list: Int32Array, finishes: Int32Array, makespan: number, out: Int32Array): void;
}

/** A counting sort: linear in the activities and the makespan. */
export function createScheduleOrder(horizon: number): ScheduleOrder {
  const buckets = new Int32Array(horizon + 2);
  return {
    reverse(list, finishes, makespan, out) {
      buckets.fill(0, 0, makespan + 2);
      for (let i = 0; i < list.length; i++) {
        const later = makespan - (finishes[list[i] ?? 0] ?? 0) + 1;
        buckets[later] = (buckets[later] ?? 0) + 1;
      }
      for (let i = 1; i <= makespan; i++) buckets[i] = (buckets[i] ?? 0) + (buckets[i - 1] ?? 0);
      for (let i = list.length - 1; i >= 0; i--) {
        const activity = list[i] ?? 0;
        const bucket = makespan - (finishes[activity] ?? 0);
        const at = buckets[bucket] ?? 0;
        buckets[bucket] = at + 1;
        out[at] = activity;
      }
    },
  };
}
