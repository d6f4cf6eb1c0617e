import { type BoardSearch, readBoardSearch, withoutFilters } from "../board-filter.ts";
import { GROUPINGS } from "../groups.ts";

export const LIST_GROUPS = ["status", ...GROUPINGS, "week", "none"] as const;
export type ListBy = (typeof LIST_GROUPS)[number];

export const GROUP_NAMES: Record<ListBy, string> = {
  status: "Status",
  milestone: "Milestone",
  person: "Person",
  label: "Label",
  week: "Due week",
  none: "Nothing",
};

/** The board's filters, with what the list adds to them. */
export interface ListSearch extends Omit<BoardSearch, "by" | "list"> {
  by?: ListBy | undefined;
  /** A column, with "-" before it from high to low. */
  sort?: string | undefined;
  /** Shown columns with commas; all there are without it. */
  cols?: string | undefined;
  /** Groups that are folded, with commas. */
  fold?: string | undefined;
  /** Cards that are done are shown too. */
  done?: boolean | undefined;
}

export function readListSearch(search: Record<string, unknown>): ListSearch {
  const { by: _group, list: _list, ...filters } = readBoardSearch(search);
  const found: ListSearch = filters;
  const by = LIST_GROUPS.find((each) => each === search.by);
  if (by && by !== "status") found.by = by;
  if (typeof search.sort === "string" && search.sort) found.sort = search.sort;
  if (typeof search.cols === "string" && search.cols) found.cols = search.cols;
  if (typeof search.fold === "string" && search.fold) found.fold = search.fold;
  if (search.done === true || search.done === "true") found.done = true;
  return found;
}

/** What keeps all cards from being shown, taken away. */
export function withoutListFilters(search: ListSearch): ListSearch {
  const { by, sort, cols, fold, done, card, ...filters } = search;
  const none = Object.fromEntries(Object.keys(filters).map((name) => [name, undefined]));
  return { ...none, ...withoutFilters({ card }), by, sort, cols, fold, done };
}

export interface Sort {
  column: string;
  down: boolean;
}

export function readSort(sort: string | undefined): Sort | null {
  if (!sort) return null;
  return sort.startsWith("-") ? { column: sort.slice(1), down: true } : { column: sort, down: false };
}

/** A click on a header: up, then down, then as the board has it. */
export function nextSort(sort: string | undefined, column: string): string | undefined {
  if (sort === column) return `-${column}`;
  return sort === `-${column}` ? undefined : column;
}

export function foldedIn({ fold }: ListSearch): ReadonlySet<string> {
  return new Set(fold?.split(","));
}

/** Folds a group, or opens it again. */
export function withFold(search: ListSearch, laneId: string): { fold: string | undefined } {
  const after = new Set(foldedIn(search));
  if (!after.delete(laneId)) after.add(laneId);
  return { fold: [...after].join(",") || undefined };
}
