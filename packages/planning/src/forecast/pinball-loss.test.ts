import { expect, test } from "vitest";
import { pinballLoss } from "./pinball-loss.ts";

test.each([
  [10, 8, 0.8, 1.6],
  [8, 10, 0.8, 0.4],
  [10, 8, 0.5, 1],
  [8, 8, 0.95, 0],
])("what took %d and was named %d as P%d loses %d", (actual, forecast, share, loss) => {
  expect(pinballLoss(actual, forecast, share)).toBeCloseTo(loss, 12);
});
