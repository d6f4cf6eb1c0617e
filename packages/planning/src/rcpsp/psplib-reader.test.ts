import { expect, test } from "vitest";
import { SMALL_SM } from "../testing/project-files.ts";
import { readPsplib } from "./psplib-reader.ts";

test("reads jobs, successors, demands and capacities", () => {
  expect(readPsplib(SMALL_SM)).toEqual({
    ok: true,
    data: {
      durations: [0, 3, 2, 0],
      demands: [
        [0, 0],
        [1, 2],
        [2, 0],
        [0, 0],
      ],
      capacities: [2, 4],
      links: [
        [0, 1],
        [0, 2],
        [1, 3],
        [2, 3],
      ],
    },
  });
});

test("reads files with the line ends of other systems", () => {
  expect(readPsplib(SMALL_SM.replaceAll("\n", "\r\n"))).toEqual(readPsplib(SMALL_SM));
});

test.each([
  ["an empty file", "", { line: 1, expected: "the number of jobs" }],
  [
    "nonrenewable resources",
    SMALL_SM.replace("- nonrenewable              :  0", "- nonrenewable              :  2"),
    { line: 1, expected: "renewable resources only" },
  ],
  [
    "more than one mode",
    SMALL_SM.replace("   2        1          1 ", "   2        3          1 "),
    { line: 14, expected: "one mode" },
  ],
  [
    "a successor too few",
    SMALL_SM.replace("1        1          2        2   3", "1        1          2        2"),
    { line: 13, expected: "2 successors" },
  ],
  [
    "a job too few",
    SMALL_SM.replace("  4      1     0       0    0\n", ""),
    { line: 18, expected: "durations of 4 jobs" },
  ],
  [
    "a word among the demands",
    SMALL_SM.replace("3       1    2", "3       x    2"),
    { line: 22, expected: "job 2 in mode 1" },
  ],
  [
    "a demand too few",
    SMALL_SM.replace("3       1    2", "3       1"),
    { line: 22, expected: "a duration and 2 demands" },
  ],
  ["a capacity too few", SMALL_SM.replace("    2    4\n", "    2\n"), { line: 26, expected: "2 capacities" }],
])("refuses %s", (_, text, fact) => {
  expect(readPsplib(text)).toEqual({ ok: false, code: "unreadable", missing: [fact] });
});
