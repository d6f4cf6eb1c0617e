import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { announce } from "./announce.ts";
import { answer, api, type Shape } from "./api.ts";
import { workedText } from "./minutes.ts";
import { createOverlay } from "./overlay.ts";
import { keys } from "./query-keys.ts";
import { offerUndo, sayDone, sayProblem } from "./undo.tsx";

export type RunningTimer = Shape<"RunningTimer">;

const LONG_MINUTES = 600;

/** One's own clock, if it runs. */
export const timerQuery = queryOptions({
  queryKey: keys.timer,
  queryFn: async () => (await answer(api.GET("/api/v1/timer"))).timer,
  staleTime: 60_000,
});

/** The question what to do with a clock that somebody has forgotten. */
export const longClock = createOverlay();

export function minutesSince(startedAt: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(startedAt)) / 60_000));
}

export function isLong({ startedAt }: RunningTimer): boolean {
  return minutesSince(startedAt) > LONG_MINUTES;
}

/** What ran before is stopped and written down by the server. */
export async function startClock(client: QueryClient, cardId: string): Promise<void> {
  const before = client.getQueryData(timerQuery.queryKey);
  if (before && isLong(before) && before.card.id !== cardId) return longClock.open();
  try {
    const params = { path: { cardId } };
    const timer = await answer(api.POST("/api/v1/cards/{cardId}/timer", { params, body: {} }));
    client.setQueryData(timerQuery.queryKey, timer);
    const other = before && before.card.id !== cardId ? ` ${before.card.ref} is written down.` : "";
    sayDone(`Your clock runs on ${timer.card.ref}.${other}`);
  } catch (error) {
    sayProblem(error);
  }
  await refreshTime(client);
}

/** Stops and writes down; after more than ten hours it asks first. */
export async function stopClock(client: QueryClient): Promise<void> {
  const timer = client.getQueryData(timerQuery.queryKey);
  if (timer && isLong(timer)) return longClock.open();
  await endClock(client, true).catch(sayProblem);
}

export async function endClock(client: QueryClient, keep: boolean): Promise<void> {
  try {
    const { items } = await answer(api.POST("/api/v1/timer/stop", { body: { keep } }));
    client.setQueryData(timerQuery.queryKey, null);
    const [first] = items;
    if (!first) return announce("Your clock is stopped.");
    const minutes = items.reduce((sum, each) => sum + each.minutes, 0);
    offerUndo(`${workedText(minutes)} written down on ${first.card.ref}.`, async () => {
      for (const { id } of items) await eraseEntry(id);
      await refreshTime(client);
    });
  } finally {
    await refreshTime(client);
  }
}

export function eraseEntry(entryId: string) {
  return answer(api.DELETE("/api/v1/time-entries/{entryId}", { params: { path: { entryId } } }));
}

/** Wherever time is shown. */
export async function refreshTime(client: QueryClient): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: timerQuery.queryKey }),
    client.invalidateQueries({ queryKey: keys.time }),
  ]);
}
