import type { LogEntry, LogKind, LogState } from "./log-entries.ts";

export interface LogFilter {
  kind?: LogKind | undefined;
  state?: LogState | undefined;
  /** Somebody who asked, was asked, or decided. */
  personId?: string | undefined;
  q?: string | undefined;
}

export function filtered(
  entries: readonly LogEntry[],
  { kind, state, personId, q = "" }: LogFilter,
): LogEntry[] {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      (kind === undefined || entry.kind === kind) &&
      (state === undefined || entry.state === state) &&
      (personId === undefined || hasPart(entry, personId)) &&
      holdsAll(entry, words),
  );
}

function hasPart({ askedBy, deciders, rounds, answers }: LogEntry, id: string): boolean {
  return (
    askedBy === id ||
    deciders.some(({ personId, delegateId }) => personId === id || delegateId === id) ||
    [...answers, ...rounds.flatMap((round) => round.answers)].some(({ personId }) => personId === id)
  );
}

function holdsAll(entry: LogEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = [...entry.answers, ...entry.rounds.flatMap(({ answers }) => answers)];
  const text = [
    entry.title,
    entry.question,
    entry.reason,
    ...entry.options.map((option) => option.text),
    ...said.map((one) => one.words),
  ]
    .join("\n")
    .toLowerCase();
  return words.every((word) => text.includes(word));
}

/** What follows after the entry that was seen last; from the beginning where that one is gone. */
export function pageAfter(entries: readonly LogEntry[], cursor: string | undefined, limit: number) {
  const from = cursor === undefined ? 0 : entries.findIndex(({ id }) => id === cursor) + 1;
  const items = entries.slice(from, from + limit);
  const hasMore = from + limit < entries.length;
  return { items, nextCursor: hasMore ? (items.at(-1)?.id ?? null) : null };
}
