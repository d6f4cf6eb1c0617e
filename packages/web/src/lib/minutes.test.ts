import { describe, expect, it } from "vitest";
import { minutesOf, minutesText } from "./minutes.ts";

describe("minutes", () => {
  it.each([
    ["4h", 240],
    ["1.5h", 90],
    ["1,5", 90],
    ["30m", 30],
    ["2d", 960],
    ["0h", null],
    ["x", null],
  ])("%s", (text, minutes) => expect(minutesOf(text)).toBe(minutes));
});

describe("minutes as words", () => {
  it.each([
    [30, "30 min"],
    [90, "1.5 h"],
    [50, "50 min"],
    [240, "4 h"],
  ])("%s", (minutes, text) => {
    expect(minutesText(minutes)).toBe(text);
    expect(minutesOf(text)).toBe(minutes);
  });
});
