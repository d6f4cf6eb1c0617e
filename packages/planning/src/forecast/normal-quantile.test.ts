import { expect, test } from "vitest";
import { normalQuantile } from "./normal-quantile.ts";

test.each([
  [0.0001, -3.719016485455709],
  [0.02, -2.053748910631823],
  [0.05, -1.6448536269514726],
  [0.5, 0],
  [0.8, 0.8416212335729142],
  [0.95, 1.6448536269514715],
  [0.999, 3.090232306167813],
])("a share %d of the normal distribution lies below %d", (p, z) => {
  expect(normalQuantile(p)).toBeCloseTo(z, 8);
});
