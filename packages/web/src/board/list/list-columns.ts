import type { Board } from "../../lib/board-query.ts";

/** A column of the list; those of custom fields have the field's id behind "f.". */
export interface ListColumn {
  key: string;
  name: string;
  /** Pixels. */
  width: number;
}

export const TITLE: ListColumn = { key: "title", name: "Card", width: 260 };

const OWN: readonly ListColumn[] = [
  { key: "status", name: "Status", width: 84 },
  { key: "milestone", name: "Milestone", width: 150 },
  { key: "people", name: "People", width: 124 },
  { key: "due", name: "Due", width: 140 },
  { key: "priority", name: "Priority", width: 78 },
  { key: "estimate", name: "Estimate", width: 82 },
  { key: "labels", name: "Labels", width: 124 },
];

const FIELD = "f.";

/** All that can be shown beside the title. */
export function columnsOf({ fields }: Pick<Board, "fields">): ListColumn[] {
  return [...OWN, ...fields.map(({ id, name }) => ({ key: `${FIELD}${id}`, name, width: 150 }))];
}

/** Those that are shown, in their order; an address may name what there is no more. */
export function shownColumns(all: readonly ListColumn[], cols: string | undefined): ListColumn[] {
  if (cols === undefined) return [TITLE, ...all];
  const wanted = cols.split(",");
  return [TITLE, ...all.filter(({ key }) => wanted.includes(key))];
}

/** What the address says when one is shown or hidden: nothing where all are. */
export function toggledColumn(
  all: readonly ListColumn[],
  cols: string | undefined,
  key: string,
): string | undefined {
  const before = shownColumns(all, cols).map((column) => column.key);
  const after = all.filter((column) => before.includes(column.key) !== (column.key === key));
  return after.length === all.length ? undefined : after.map((column) => column.key).join(",") || "none";
}

/** The custom field that a column shows, if it is one. */
export function fieldOf(key: string): string | null {
  return key.startsWith(FIELD) ? key.slice(FIELD.length) : null;
}
