import { expect, test } from "vitest";
import { SMALL_RCP, SMALL_SM } from "../testing/project-files.ts";
import { readPatterson } from "./patterson-reader.ts";
import { readPsplib } from "./psplib-reader.ts";

test("reads the same project as from the other format", () => {
  expect(readPatterson(SMALL_RCP)).toEqual(readPsplib(SMALL_SM));
});

test("takes any line breaks and the end mark of old systems", () => {
  const oneLine = SMALL_RCP.replaceAll("\n", " ");
  expect(readPatterson(`${oneLine}\r\n\u001a`)).toEqual(readPatterson(SMALL_RCP));
});

test.each([
  ["an empty file", "", { line: 1, expected: "the number of activities" }],
  ["a word", SMALL_RCP.replace("3 1 2", "3 one 2"), { line: 4, expected: "a demand" }],
  ["a file that stops early", SMALL_RCP.replace("0 0 0 0\n", ""), { line: 5, expected: "a duration" }],
  ["a file that goes on", `${SMALL_RCP}7\n`, { line: 7, expected: "the end of the file" }],
  ["a count beyond the file", "4 99\n1 2", { line: 2, expected: "no more than 4 numbers" }],
])("refuses %s", (_, text, fact) => {
  expect(readPatterson(text)).toEqual({ ok: false, code: "unreadable", missing: [fact] });
});
