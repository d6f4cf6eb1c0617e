import Papa from "papaparse";
import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

const HOSTILE = [
  "=1+1",
  "+1",
  "-2+3",
  "@SUM(A1)",
  "\t=1",
  "\r=1",
  " =cmd|'/c calc'!A0",
  '"=1+1',
  "'=1+1",
  "\n=1",
  "\uFF1D1+1",
  "\uFF0B1",
  "\uFF0D1",
  "\uFF20A1",
];

test("no cell is a formula, and behind its quote the text is as it was", () => {
  const rows = HOSTILE.map((text) => [text, "fine, with a comma", 'a "quote"\nand a line']);
  const csv = csvOf(["what", "more", "=name"], rows);
  for (const cell of csv.split(/\r\n|,/)) expect(cell).not.toMatch(/^"?[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/);
  const { data } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
  expect(data).toEqual([["what", "more", "'=name"], ...rows.map(([text, ...rest]) => [`'${text}`, ...rest])]);
});

test("what only looks like it stays untouched", () => {
  const rows = [["M3 Content ready", "3000.50", "2026-03-02", "it's", "'quoted'"]];
  expect(csvOf(["a", "b", "c", "d", "e"], rows)).toBe(
    "a,b,c,d,e\r\nM3 Content ready,3000.50,2026-03-02,it's,'quoted'\r\n",
  );
});
