import { expect, test } from "vitest";
import { planStreams } from "./plan-streams.ts";

test("each of 64 draws in a row falls into another 64th, none at an end", () => {
  const shares = planStreams(7, 192).shares("card", "c1");
  for (let first = 0; first < 192; first += 64) {
    const parts = Array.from(shares.subarray(first, first + 64), (share) => Math.floor(share * 64));
    expect(parts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, i) => i));
  }
  expect(shares.every((share) => share > 0 && share < 1)).toBe(true);
});

test("draws hang on the seed, the kind and the name", () => {
  const shares = (seed: number, kind: string, id: string) => [...planStreams(seed, 100).shares(kind, id)];
  expect(shares(7, "card", "c1")).toEqual(shares(7, "card", "c1"));
  const others = [shares(8, "card", "c1"), shares(7, "risk", "c1"), shares(7, "card", "c2")];
  for (const other of others) expect(other).not.toEqual(shares(7, "card", "c1"));
});

test("two streams go their own ways", () => {
  const streams = planStreams(3, 2048);
  const [a, b] = [streams.shares("card", "a"), streams.shares("card", "b")];
  const together = a.reduce((sum, share, i) => sum + (share - 0.5) * ((b[i] ?? 0) - 0.5), 0) / a.length;
  expect(Math.abs(together * 12)).toBeLessThan(0.1);
});

test("plain random numbers hang on the name too", () => {
  const { random } = planStreams(7, 1);
  expect(random("scope", "").next()).toBe(random("scope", "").next());
  expect(random("scope", "").next()).not.toBe(random("scope", "x").next());
});
