import type { TimerRow } from "./timers.store.ts";

export function presentTimer({ cardId, key, number, title, startedAt }: TimerRow) {
  return { card: { id: cardId, ref: `${key}-${number}`, title }, startedAt: startedAt.toISOString() };
}
