/**
 * Working time as a measure: how much of it lies before a moment, and the moment at which so much of it is over. A moment is a day
 * number on the day timeline and a minute number on the minute timeline, always the *beginning* of that day or minute.
 */
export interface Timeline {
  /** Working units before the moment; only differences mean something. */
  worked(moment: number): number;
  /** The latest moment with `n` units before it: where the next unit of work starts. */
  startAt(n: number): number;
  /** The earliest moment with `n` units before it: where the last unit of work ends. */
  finishAt(n: number): number;
}

class Continuous implements Timeline {
  worked(moment: number): number {
    return moment;
  }

  startAt(n: number): number {
    return n;
  }

  finishAt(n: number): number {
    return n;
  }
}

/** All time is working time: the minutes of elapsed durations and lags. */
export const CONTINUOUS: Timeline = new Continuous();
