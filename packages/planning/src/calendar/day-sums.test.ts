import { expect, test } from "vitest";
import { createRandom } from "../random.ts";
import { DaySums } from "./day-sums.ts";

const WEEK = [480, 480, 0, 240, 480, 0, 0];

function exceptions(seed: number) {
  const random = createRandom(seed);
  const days = Array.from({ length: 60 }, (_, i) => i - 20).filter(() => random.below(4) === 0);
  return { days: Float64Array.from(days), amounts: Float64Array.from(days, () => 120 * random.below(5)) };
}

test.each([1, 2, 3, 4])("a row of days holds what each of them is asked for alone (%i)", (seed) => {
  const { days, amounts } = exceptions(seed);
  const sums = new DaySums(WEEK, days, amounts);
  for (const from of [-40, -3, 0, 7, 30, 100]) {
    const [before, kinds] = [new Float64Array(51), new Uint16Array(50)];
    sums.fill(from, before, kinds);
    before.forEach((sum, i) => {
      expect(sum).toBe(sums.before(from + i));
      if (i < kinds.length) expect(kinds[i]).toBe(sums.kind);
    });
  }
});
