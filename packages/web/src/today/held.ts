import type { Today } from "./today.api.ts";

const LISTS = ["wishes", "items", "due", "next", "waiting"] as const;

type Line = Today[(typeof LISTS)[number]][number];

export interface Held {
  /** What is shown: the lines that were there, as they are now. */
  today: Today;
  /** Lines of it that somebody else has finished or taken over. */
  gone: ReadonlySet<string>;
  /** What came meanwhile and is not shown yet. */
  news: readonly string[];
}

/** Nothing moves under the pointer: lines keep their places, and what is new waits until it is asked for. */
export function hold(shown: Today, fresh: Today, leaving: ReadonlySet<string>): Held {
  const now = new Map(linesOf(fresh).map((line) => [line.id, line]));
  const known = new Set(linesOf(shown).map(({ id }) => id));
  const gone = new Set([...known].filter((id) => !now.has(id)));
  const asNow = <L extends Line>(list: readonly L[]): L[] =>
    list
      .filter(({ id }) => !leaving.has(id))
      // A line of a list is found anew only in lists of its own kind.
      .map((line) => (now.get(line.id) as L | undefined) ?? line);
  return {
    today: {
      ...fresh,
      wishes: asNow(shown.wishes),
      items: asNow(shown.items),
      due: asNow(shown.due),
      next: asNow(shown.next),
      waiting: asNow(shown.waiting),
    },
    gone,
    news: [...now.keys()].filter((id) => !known.has(id)),
  };
}

/** What the server says now, without what came from others and has not been asked for. */
export function without(today: Today, ids: readonly string[]): Today {
  const out = new Set(ids);
  const keep = <L extends Line>(list: readonly L[]): L[] => list.filter(({ id }) => !out.has(id));
  return {
    ...today,
    wishes: keep(today.wishes),
    items: keep(today.items),
    due: keep(today.due),
    next: keep(today.next),
    waiting: keep(today.waiting),
  };
}

export function linesOf(today: Today): Line[] {
  return LISTS.flatMap((list): readonly Line[] => today[list]);
}
