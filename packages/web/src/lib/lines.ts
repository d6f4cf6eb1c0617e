/** A line of a pasted list. */
export interface Line {
  text: string;
  /** Indented below the lines that the list begins with. */
  inside: boolean;
}

/** What the title of a card or milestone may hold. */
export const LONGEST_TITLE = 240;

const MARK = /^(?:[-*•◦▪–]|\d+[.)]|\[[ x]\])\s+/i;
const TAB = "    ";

/** The lines of a pasted outline, without bullets and empty ones. */
export function outlineOf(text: string): Line[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.replaceAll("\t", TAB))
    .filter((line) => line.trim() !== "");
  const outer = lines[0] ? indentOf(lines[0]) : 0;
  return lines
    .map((line) => ({ text: `${line.trim()} `.replace(MARK, "").trim(), inside: indentOf(line) > outer }))
    .filter((line) => line.text !== "");
}

/** The same where a list has no levels. */
export function linesOf(text: string): string[] {
  return outlineOf(text).map((line) => line.text);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
