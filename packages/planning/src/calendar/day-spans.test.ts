import { expect, test } from "vitest";
import { coversDays } from "./day-spans.ts";

const span = (fromOn: string, toOn = fromOn) => ({ fromOn, toOn });
const week = [span("2026-08-05", "2026-08-07"), span("2026-08-03", "2026-08-05"), span("2026-08-08")];

test.each([
  ["2026-08-03", "2026-08-08", true],
  ["2026-08-04", "2026-08-04", true],
  ["2026-08-02", "2026-08-04", false],
  ["2026-08-07", "2026-08-09", false],
  ["2026-08-09", "2026-08-09", false],
  ["2026-08-06", "2026-08-05", false],
])("from %s to %s: %s", (fromOn, toOn, covered) => {
  expect(coversDays(week, span(fromOn, toOn))).toBe(covered);
});

test("nothing covers nothing", () => {
  expect(coversDays([], span("2026-08-03"))).toBe(false);
});
