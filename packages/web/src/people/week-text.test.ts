import { expect, test } from "vitest";
import { dayToText, hoursOf, textToDay } from "./week-text.ts";

test.each([
  ["9-17", [[540, 1020]]],
  [
    "9:00 - 12:30, 13:30–18",
    [
      [540, 750],
      [810, 1080],
    ],
  ],
  ["0-24", [[0, 1440]]],
  ["4 h", [[540, 780]]],
  ["7,5h", [[540, 990]]],
  ["20 h", [[240, 1440]]],
  ["0 h", []],
  ["", []],
])("%j is understood", (text, day) => {
  expect(textToDay(text)).toEqual(day);
});

test.each(["nine", "17-9", "9-12, 11-15", "9:70-12", "9-25", "9", "9-10-11", "25 h"])("%j is not", (text) => {
  expect(textToDay(text)).toBeNull();
});

test("what is written is what was read", () => {
  const day = [
    [540, 720],
    [780, 1020],
  ];
  expect(textToDay(dayToText(day))).toEqual(day);
  expect(hoursOf([day, [], [[540, 570]]])).toBe("7.5 h");
});
