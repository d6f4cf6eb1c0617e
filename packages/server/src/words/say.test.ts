import { expect, test } from "vitest";
import { GERMAN } from "./german.ts";
import { sayIn } from "./say.ts";

const places = (text: string) => [...text.matchAll(/\{(\w+)/g)].map(([, name]) => name).sort();

test("a text says the same in both languages: nothing that is filled in gets lost", () => {
  for (const [english, german] of Object.entries(GERMAN))
    expect([english, [...new Set(places(german))]]).toEqual([english, [...new Set(places(english))]]);
});

test("an unknown language is English", () => {
  expect(sayIn("xx")("Decisions")).toBe("Decisions");
  expect(sayIn("de")("Decisions")).toBe("Entscheidungen");
});

test("days and money are written as people of that language write them", () => {
  expect(sayIn("en").day("2026-06-12", "2026-01-01")).toBe("Fri 12 Jun");
  expect(sayIn("en").day("2027-06-12", "2026-01-01")).toBe("Sat 12 Jun 2027");
  expect(sayIn("de").day("2026-06-12", "2026-01-01")).toBe("Fr, 12. Juni");
  expect(sayIn("en").money(300_000, "EUR")).toBe("€3,000");
  expect(sayIn("de").money(300_050, "EUR")).toBe("3.000,50\u00a0€");
  expect(sayIn("en").money(1_500, "JPY")).toBe("JP¥1,500");
});
