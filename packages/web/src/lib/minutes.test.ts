import { describe, expect, it, test } from "vitest";
import { minutesOf, minutesText, workedText } from "./minutes.ts";

describe("minutes", () => {
  it.each([
    ["4h", 240],
    ["1.5h", 90],
    ["1,5", 90],
    ["30m", 30],
    ["2d", 960],
    ["1h 30", 90],
    ["1 h 30 min", 90],
    ["0:45", 45],
    ["2:05", 125],
    ["1:75", null],
    ["0:00", null],
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

test.each([
  [0, "0 h"],
  [45, "45 min"],
  [60, "1 h"],
  [125, "2 h 05"],
  [150, "2 h 30"],
])("worked: %s", (minutes, text) => {
  expect(workedText(minutes)).toBe(text);
  if (minutes > 0) expect(minutesOf(text)).toBe(minutes);
});
