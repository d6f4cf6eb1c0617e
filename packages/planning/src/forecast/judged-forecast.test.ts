import { expect, test } from "vitest";
import { judgedForecast } from "./judged-forecast.ts";

const told = (madeOn: string, p50On: string) => ({
  madeOn,
  p5On: p50On,
  p20On: p50On,
  p50On,
  p80On: p50On,
  p90On: p50On,
  p95On: p50On,
});
const words = [
  told("2026-03-02", "2026-03-22"),
  told("2026-03-10", "2026-04-10"),
  told("2026-03-20", "2026-03-25"),
];

test.each([
  ["what held half-way to the first likely day counts", "2026-03-24", "2026-03-10"],
  ["what was reached before that is judged by the last word before it", "2026-03-10", "2026-03-02"],
  ["a word of the same day is no forecast", "2026-03-02", undefined],
])("%s", (_, reachedOn, madeOn) => {
  expect(judgedForecast(words, reachedOn)?.madeOn).toBe(madeOn);
});

test("a day that cannot be named reaches far", () => {
  expect(judgedForecast([told("2026-03-02", "9999-12-31"), ...words], "2026-04-01")?.madeOn).toBe(
    "2026-03-20",
  );
});
