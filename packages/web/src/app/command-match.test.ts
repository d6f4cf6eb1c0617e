import { expect, test } from "vitest";
import { fitting } from "./command-match.ts";

const LINES = [
  { label: "Overview of Rosa Bakery" },
  { label: "Rosa Bakery (ROSA)" },
  { label: "Café Müller (CAFE)" },
  { label: "Brand", words: "logo colour" },
];
const labels = (typed: string) => fitting(LINES, typed).map(({ label }) => label);

test("words are found from their first letters, in any order and without accents; what begins so comes first", () => {
  expect(labels("ro")).toEqual(["Rosa Bakery (ROSA)", "Overview of Rosa Bakery"]);
  expect(labels("bak over")).toEqual(["Overview of Rosa Bakery"]);
  expect(labels("muller cafe")).toEqual(["Café Müller (CAFE)"]);
  expect(labels("LOGO")).toEqual(["Brand"]);
  expect([labels("osa"), labels("?"), labels("")]).toEqual([[], [], []]);
});
