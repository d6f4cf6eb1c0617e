import Papa from "papaparse";

/** What a spreadsheet would take for a formula, also behind quotes, blanks and line breaks, and in full-width signs. */
const FORMULA = /^[\s"']*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** Comma-separated with a line of names above; no cell is a formula wherever it is opened. */
export function csvOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = [head, ...rows].map((row) => row.map(guarded));
  return `${Papa.unparse(cells, { newline: "\r\n" })}\r\n`;
}

function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
