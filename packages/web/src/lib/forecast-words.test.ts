import { expect, test } from "vitest";
import { dayText } from "./dates.ts";
import { chanceText, forecastText } from "./forecast-words.ts";

test("says the likely and the safe day, and one day once", () => {
  expect(forecastText({ p50On: "2026-06-12", p80On: "2026-06-19" })).toBe(
    `Likely by ${dayText("2026-06-12")}, safe by ${dayText("2026-06-19")}`,
  );
  expect(forecastText({ p50On: "2026-06-12", p80On: "2026-06-12" })).toBe(`Safe by ${dayText("2026-06-12")}`);
});

test.each([
  [0, "Under 1 %"],
  [0.004, "Under 1 %"],
  [0.314, "31 %"],
  [0.996, "Over 99 %"],
  [1, "Over 99 %"],
])("says a chance of %s without a certainty that nobody has", (chance, words) => {
  expect(chanceText(chance, "2026-06-12")).toBe(`${words} chance of ${dayText("2026-06-12")}`);
});
