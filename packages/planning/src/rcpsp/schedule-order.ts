/** Puts activities into the order of a schedule; keeps the room for it between calls. */
export interface ScheduleOrder {
  /**
   * Writes the activities of `list` by ascending start, of equal ones the first of the list first: a pass over that, in the direction
   * of the schedule, makes the same schedule again.
   */
  along(list: Int32Array, finishes: Int32Array, makespan: number, out: Int32Array): void;
  /**
   * By descending finish, of equal ones the last of the list first: a pass over that, in the other direction, justifies the schedule.
   *
   * Source: V. Valls, F. Ballestín and S. Quintanilla, "Justification and RCPSP: a technique that pays", 2005.
   */
  against(list: Int32Array, finishes: Int32Array, makespan: number, out: Int32Array): void;
}

/** Counting sorts: linear in the activities and the makespan. */
export function createScheduleOrder(durations: Int32Array, horizon: number): ScheduleOrder {
  const room = new Int32Array(horizon + 2);
  /** Turns how many there are of each key, at key + 1, into where each key begins. */
  const accumulate = (keys: number) => {
    for (let i = 1; i <= keys; i++) room[i] = (room[i] ?? 0) + (room[i - 1] ?? 0);
  };
  const next = (key: number) => {
    const at = room[key] ?? 0;
    room[key] = at + 1;
    return at;
  };
  return {
    along(list, finishes, makespan, out) {
      const startOf = (activity: number) => (finishes[activity] ?? 0) - (durations[activity] ?? 0);
      room.fill(0, 0, makespan + 2);
      for (let i = 0; i < list.length; i++) next(startOf(list[i] ?? 0) + 1);
      accumulate(makespan);
      for (let i = 0; i < list.length; i++) out[next(startOf(list[i] ?? 0))] = list[i] ?? 0;
    },
    against(list, finishes, makespan, out) {
      const beforeEnd = (activity: number) => makespan - (finishes[activity] ?? 0);
      room.fill(0, 0, makespan + 2);
      for (let i = 0; i < list.length; i++) next(beforeEnd(list[i] ?? 0) + 1);
      accumulate(makespan);
      for (let i = list.length - 1; i >= 0; i--) out[next(beforeEnd(list[i] ?? 0))] = list[i] ?? 0;
    },
  };
}
