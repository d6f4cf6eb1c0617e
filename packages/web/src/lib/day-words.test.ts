import { describe, expect, it } from "vitest";
import { dayInWords } from "./day-words.ts";

describe("days", () => {
  it.each([
    ["wed", "2026-06-10"],
    ["tuesday", "2026-06-16"],
    ["+2w", "2026-06-24"],
    ["9 jun", "2027-06-09"],
    ["31 feb", null],
    ["29 feb", null],
    ["cat", null],
  ])("%s", (text, day) => expect(dayInWords(text, "2026-06-10")).toBe(day));
});
