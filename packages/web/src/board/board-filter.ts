import type { Board, BoardCard } from "../lib/board-query.ts";
import { addDays } from "../lib/dates.ts";
import { GROUPINGS, type Grouping } from "./groups.ts";

export const DUES = ["overdue", "week", "none"] as const;
export type Due = (typeof DUES)[number];

/** The board's filters, open card and side list, as they stand in the address. */
export interface BoardSearch {
  q?: string | undefined;
  /** Person ids, "me" or "none", with commas. */
  who?: string | undefined;
  /** Label ids with commas. */
  label?: string | undefined;
  /** Milestone number or "none". */
  milestone?: string | undefined;
  due?: Due | undefined;
  blocked?: boolean | undefined;
  by?: Grouping | undefined;
  /** Groups as rows across the columns. */
  rows?: Grouping | undefined;
  card?: string | undefined;
  list?: "later" | undefined;
}

export function readBoardSearch(search: Record<string, unknown>): BoardSearch {
  const words = (value: unknown) =>
    typeof value === "string" || typeof value === "number" ? String(value) : undefined;
  const { q, who, label, milestone, card } = search;
  const texts = {
    q: words(q),
    who: words(who),
    label: words(label),
    milestone: words(milestone),
    card: words(card),
  };
  const found: BoardSearch = Object.fromEntries(Object.entries(texts).filter(([, value]) => value));
  const due = DUES.find((each) => each === search.due);
  if (due) found.due = due;
  const by = GROUPINGS.find((each) => each === search.by);
  if (by) found.by = by;
  const rows = GROUPINGS.find((each) => each === search.rows);
  if (rows && !by) found.rows = rows;
  if (search.blocked === true || search.blocked === "true") found.blocked = true;
  if (search.list === "later") found.list = search.list;
  return found;
}

const FILTERS = ["q", "who", "label", "milestone", "due", "blocked"] as const;

export function isFiltered(search: BoardSearch): boolean {
  return FILTERS.some((key) => search[key] !== undefined);
}

export function withoutFilters({ by, rows, card, list }: BoardSearch): BoardSearch {
  return {
    ...(by ? { by } : {}),
    ...(rows ? { rows } : {}),
    ...(card ? { card } : {}),
    ...(list ? { list } : {}),
  };
}

/** Adds or takes away one value of a list in the address. */
export function toggled(list: string | undefined, value: string): string | undefined {
  const values = list ? list.split(",") : [];
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return next.length > 0 ? next.join(",") : undefined;
}

interface Viewer {
  me: string;
  today: string;
}

/** Whether a card is shown: one test made once, so that 5,000 cards are sifted within a frame. */
export function sieve(
  search: BoardSearch,
  { project, milestones }: Pick<Board, "project" | "milestones">,
  { me, today }: Viewer,
): ((card: BoardCard) => boolean) | null {
  if (!isFiltered(search)) return null;
  const tests: ((card: BoardCard) => boolean)[] = [];
  const text = search.q?.trim().toLowerCase();
  const ref = text?.replace(`${project.key.toLowerCase()}-`, "");
  if (text) tests.push(({ title, number }) => title.toLowerCase().includes(text) || String(number) === ref);
  if (search.who) tests.push(byWho(search.who.split(","), me));
  if (search.label) {
    const wanted = search.label.split(",");
    tests.push(({ labels }) => wanted.some((id) => labels.includes(id)));
  }
  if (search.milestone) {
    const { milestone } = search;
    const id = milestones.find(({ number }) => String(number) === milestone)?.id ?? null;
    tests.push(({ milestoneId }) => (milestone === "none" ? milestoneId === null : milestoneId === id));
  }
  if (search.due) tests.push(byDue(search.due, today));
  if (search.blocked) tests.push(({ blocked }) => blocked);
  return (card) => tests.every((test) => test(card));
}

function byWho(wanted: string[], me: string): (card: BoardCard) => boolean {
  const ids = wanted.map((who) => (who === "me" ? me : who));
  const unowned = wanted.includes("none");
  return ({ people }) => (unowned && people.length === 0) || ids.some((id) => people.includes(id));
}

function byDue(due: Due, today: string): (card: BoardCard) => boolean {
  const end = addDays(today, 7);
  if (due === "none") return ({ dueOn }) => dueOn === null;
  if (due === "overdue") return ({ dueOn, doneAt }) => dueOn !== null && doneAt === null && dueOn < today;
  return ({ dueOn, doneAt }) => dueOn !== null && doneAt === null && dueOn >= today && dueOn <= end;
}
