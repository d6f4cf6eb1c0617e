import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { announce } from "./announce.ts";
import { answer, api, type Shape } from "./api.ts";
import { workedText } from "./minutes.ts";
import { createOverlay } from "./overlay.ts";
import { ApiProblem } from "./problem.ts";
import { keys } from "./query-keys.ts";
import { offerUndo, sayProblem } from "./undo.tsx";

export type RunningTimer = Shape<"RunningTimer">;

const LONG_MINUTES = 600;

/** One's own clock, if it runs. */
export const timerQuery = queryOptions({
  queryKey: keys.timer,
  queryFn: async () => (await answer(api.GET("/api/v1/timer"))).timer,
  staleTime: 60_000,
});

/** The question what to do with a clock: because it was forgotten, or what it says cannot be written down. */
export const clockQuestion = createClockQuestion();

function createClockQuestion() {
  const overlay = createOverlay();
  let why: ApiProblem | null = null;
  return {
    ask(reason: ApiProblem | null = null) {
      why = reason;
      overlay.open();
    },
    close: overlay.close,
    useIsOpen: overlay.useIsOpen,
    why: () => why,
  };
}

export function minutesSince(startedAt: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(startedAt)) / 60_000));
}

export function isLong({ startedAt }: RunningTimer): boolean {
  return minutesSince(startedAt) > LONG_MINUTES;
}

/** The minutes of a running clock in words; there is no time at all only before it runs. */
export function clockText(minutes: number): string {
  return minutes === 0 ? "0 min" : workedText(minutes);
}

/** What ran before is stopped and written down by the server. */
export async function startClock(client: QueryClient, cardId: string): Promise<void> {
  const before = client.getQueryData(timerQuery.queryKey);
  if (before && isLong(before) && before.card.id !== cardId) return clockQuestion.ask();
  try {
    const params = { path: { cardId } };
    const { stopped, ...timer } = await answer(
      api.POST("/api/v1/cards/{cardId}/timer", { params, body: {} }),
    );
    client.setQueryData(timerQuery.queryKey, timer);
    if (before?.card.id !== cardId) {
      const other = stopped ? ` ${wordsOf(stopped.items)}` : "";
      offerUndo(`Your clock runs on ${timer.card.ref}.${other}`, async () => {
        await putStop(false);
        if (stopped) await resume(stopped.stopId);
        await refreshTime(client);
      });
    }
  } catch (error) {
    // What refuses to be written down is for the person to change or to drop.
    if (before && isRefusal(error)) clockQuestion.ask(error);
    else sayProblem(error);
  }
  await refreshTime(client);
}

/** Stops and writes down; after more than ten hours it asks first. */
export async function stopClock(client: QueryClient): Promise<void> {
  const timer = client.getQueryData(timerQuery.queryKey);
  if (timer && isLong(timer)) return clockQuestion.ask();
  await endClock(client, true).catch((error) => {
    if (timer && isRefusal(error)) clockQuestion.ask(error);
    else sayProblem(error);
  });
}

export async function endClock(client: QueryClient, keep: boolean): Promise<void> {
  try {
    const { stopId, items } = await putStop(keep);
    client.setQueryData(timerQuery.queryKey, null);
    if (!stopId) return announce("Your clock is stopped.");
    offerUndo(
      items.length > 0 ? wordsOf(items) : "Your clock is stopped, nothing is written down.",
      async () => {
        await resume(stopId);
        await refreshTime(client);
      },
    );
  } finally {
    await refreshTime(client);
  }
}

/** Stops as the server has it, without a word. */
export function putStop(keep: boolean) {
  return answer(api.POST("/api/v1/timer/stop", { body: { keep } }));
}

/** The clock runs on as if it had not been stopped. */
export async function resume(stopId: string | null): Promise<void> {
  if (stopId) await answer(api.POST("/api/v1/timer/resume", { body: { stopId } }));
}

function wordsOf(items: Shape<"StoppedTimer">["items"]): string {
  const minutes = items.reduce((sum, each) => sum + each.minutes, 0);
  return `${workedText(minutes)} written down${items[0]?.card ? ` on ${items[0].card.ref}` : ""}.`;
}

function isRefusal(error: unknown): error is ApiProblem {
  return error instanceof ApiProblem && error.status === 422;
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
