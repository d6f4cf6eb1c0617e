/** A line of the file with its values by the names of the first line. */
export interface CsvRow {
  readonly line: number;
  readonly values: ReadonlyMap<string, string>;
}

/** Rows that have as many values as the first line has names, and the lines that do not. */
export interface CsvTable {
  readonly names: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly ragged: readonly number[];
}

/** Reads RFC 4180 without line breaks inside values; empty lines are passed over. */
export function readCsv(text: string): CsvTable {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const names = valuesOf(lines[0] ?? "").map((name) => name.trim().toLowerCase());
  const rows: CsvRow[] = [];
  const ragged: number[] = [];
  lines.slice(1).forEach((text, i) => {
    if (text.trim() === "") return;
    const values = valuesOf(text);
    if (values.length !== names.length) ragged.push(i + 2);
    else
      rows.push({ line: i + 2, values: new Map(names.map((name, at) => [name, values[at]?.trim() ?? ""])) });
  });
  return { names, rows, ragged };
}

function valuesOf(line: string): string[] {
  const quoted = line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g);
  return Array.from(quoted, ([, inQuotes, plain]) => inQuotes?.replaceAll('""', '"') ?? plain ?? "");
}
