import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { manyAfter } from "../kit/position.ts";
import type { DoneAct } from "./board-acts.store.ts";
import type { ActTogether } from "./cards-together.ts";
import { holdColumn, lastPlace, replaceCards, type SortableCard } from "./column-sort.store.ts";
import type { ColumnRow } from "./columns.store.ts";

export const ColumnSort = z
  .enum(["due", "priority", "title", "newest", "oldest", "estimate"])
  .meta({ id: "ColumnSort" });
export type ColumnSort = z.infer<typeof ColumnSort>;

export const SORTED = "column.sorted";

type Compare = (one: SortableCard, other: SortableCard) => number;

const words = new Intl.Collator("en", { numeric: true });

/** What is without comes last. */
function ascending<T extends string | number>(read: (card: SortableCard) => T | null): Compare {
  return (one, other) => {
    const [mine, theirs] = [read(one), read(other)];
    if (mine === theirs) return 0;
    if (mine === null || theirs === null) return mine === null ? 1 : -1;
    return mine < theirs ? -1 : 1;
  };
}

const ORDERS: Record<ColumnSort, Compare> = {
  due: ascending(({ dueOn }) => dueOn),
  priority: ascending(({ priority }) => -priority),
  title: (one, other) => words.compare(one.title, other.title),
  newest: ascending(({ number }) => -number),
  oldest: ascending(({ number }) => number),
  estimate: ascending(({ likely }) => likely),
};

/** Once, not from now on: who is alike stays in the order in which they were. */
export async function sortColumn(
  scope: Scope,
  { id, projectId }: ColumnRow,
  by: ColumnSort,
): Promise<ActTogether> {
  const before = await holdColumn(scope, id);
  const after = before.toSorted(ORDERS[by]);
  if (after.every((card, at) => card === before[at])) return { actId: null, cardIds: [] };
  // Behind all that lies there: a place is never taken by two cards, not even for the length of a statement.
  const places = manyAfter(await lastPlace(scope, id), after.length);
  const moves = after.map((card, at) => ({ id: card.id, from: card.position, to: places[at] ?? "" }));
  const moved = await replaceCards(scope, id, moves);
  const actId = await record(scope, {
    verb: SORTED,
    subject: { kind: "column", id },
    projectId,
    data: { by, columnId: id, cards: moves },
  });
  return { actId, cardIds: moved };
}

const Moves = z.object({
  columnId: z.string(),
  cards: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
});

/** Every card back to the place that it had, unless somebody has moved it since. */
export async function undoSorting(scope: Scope, projectId: string, { data }: DoneAct): Promise<string[]> {
  const { columnId, cards } = Moves.parse(data);
  await holdColumn(scope, columnId);
  const back = await replaceCards(
    scope,
    columnId,
    cards.map(({ id, from, to }) => ({ id, from: to, to: from })),
  );
  await record(scope, {
    verb: "column.sortUndone",
    subject: { kind: "column", id: columnId },
    projectId,
    data: { count: back.length },
  });
  return back;
}
