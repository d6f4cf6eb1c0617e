import { useEffect, useMemo, useState } from "react";

interface Kept {
  id: string;
}

export interface HeldItems<T extends Kept> {
  /** Where they stood, as they are now; further pages at the end. */
  items: T[];
  /** How many came to the top meanwhile. */
  news: number;
}

/** What is new would stand above the others and move them: it is counted, and shown when it is asked for. */
export function holdItems<T extends Kept>(order: readonly string[], now: readonly T[]): HeldItems<T> {
  const at = new Map(now.map((item, index) => [item.id, index]));
  const known = new Set(order);
  const stood = order.flatMap((id) => now[at.get(id) ?? -1] ?? []);
  const lowest = Math.max(-1, ...stood.map(({ id }) => at.get(id) ?? -1));
  const fresh = now.filter(({ id }) => !known.has(id));
  const older = fresh.filter(({ id }) => (at.get(id) ?? -1) > lowest);
  return { items: [...stood, ...older], news: stood.length === 0 ? 0 : fresh.length - older.length };
}

/** Items of one list (`name`) in the order in which they were first seen. */
export function useHeldItems<T extends Kept>(now: readonly T[], name: string) {
  const [seen, setSeen] = useState<{ name: string; order: readonly string[] }>({ name, order: [] });
  const order = seen.name === name ? seen.order : [];
  const held = useMemo(() => holdItems(order, now), [order, now]);
  // Whatever is shown keeps its place from now on, also when it leaves and comes back by an undo.
  const missing = held.items.some(({ id }) => !order.includes(id));
  useEffect(() => {
    if (missing) setSeen({ name, order: [...new Set([...order, ...held.items.map(({ id }) => id)])] });
  }, [missing, name, order, held]);
  return { ...held, take: () => setSeen({ name, order: now.map(({ id }) => id) }) };
}
