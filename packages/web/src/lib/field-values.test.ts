import { expect, it } from "vitest";
import { numberText, readNumber, valueText } from "./field-values.ts";

it.each([
  ["1,250.5", "en", "1250.5"],
  ["1250.50", "en", "1250.5"],
  ["1.250,5", "de", "1250.5"],
  ["12.5", "de", "12.5"],
  ["12.500", "de", "12500"],
  ["1 250,5", "fr", "1250.5"],
  ["1'250.5", "de-CH", "1250.5"],
  ["-0,50", "de", "-0.5"],
  ["-0", "en", "0"],
  ["007", "en", "7"],
  [".5", "en", "0.5"],
  ["twelve", "en", null],
  ["1.2.3", "en", null],
  ["-", "en", null],
  ["", "en", null],
])("reads %j in %s as %j", (typed, locale, stored) => expect(readNumber(typed, locale)).toBe(stored));

it.each([
  ["1250.5", "en", "1,250.5"],
  ["1250.5", "de", "1.250,5"],
  ["12345678901234567890.5", "en", "12345678901234567890.5"],
  ["1e5", "en", "1e5"],
])("writes %s in %s as %s, and never loses a digit", (stored, locale, shown) =>
  expect(numberText(stored, { locale })).toBe(shown),
);

it("says each kind in words", () => {
  expect(valueText("checkbox", "no")).toBe("No");
  expect(valueText("choice", "Gold")).toBe("Gold");
  expect(valueText("date", "soon")).toBe("soon");
});
