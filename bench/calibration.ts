import { createRandom } from "@milepost/planning";
import type { Row } from "./row.ts";

const WARM_UP = 200;
const RUNS = 101;

/** Random numbers a millisecond in this process: what figures are divided by to compare machines. */
export function calibrate(): number {
  const draws = 200_000;
  return draws / medianMs(() => drawAll(draws));
}

/** How long `work` takes, in milliseconds and in draws of the calibration loop. */
export function timedRow(
  name: string,
  drawsPerMs: number,
  work: () => unknown,
  { goal, runs = RUNS, per = 1 }: { goal?: string; runs?: number; per?: number } = {},
): Row {
  const value = medianMs(work, runs) / per;
  return { name, value, unit: "ms", draws: value * drawsPerMs, ...(goal === undefined ? {} : { goal }) };
}

export function medianMs(work: () => unknown, runs = RUNS): number {
  for (let i = 0; i < Math.min(WARM_UP, runs * 2); i++) work();
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[runs >> 1] ?? 0;
}

/** The draws of the library's own generator, every one of them used so that none is optimised away. */
function drawAll(draws: number): number {
  const random = createRandom(1);
  let mixed = 0;
  for (let i = 0; i < draws; i++) mixed ^= random.next();
  return mixed;
}
