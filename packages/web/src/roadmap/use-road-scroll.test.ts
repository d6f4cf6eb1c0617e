import { expect, it } from "vitest";
import { leftFor } from "./use-road-scroll.ts";

it("stays where a place can be seen with its words, and else goes no farther than needed", () => {
  expect(leftFor(500, 300, 800)).toBe(300);
  expect(leftFor(320, 300, 800)).toBe(272);
  expect(leftFor(20, 300, 800)).toBe(0);
  expect(leftFor(1000, 300, 800)).toBe(400);
});

it("keeps a place in sight on a phone too, where its words have no room", () => {
  const left = leftFor(1000, 0, 200);
  expect(1000 - left).toBeGreaterThanOrEqual(0);
  expect(1000 - left).toBeLessThan(200);
});
