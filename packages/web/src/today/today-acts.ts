import type { QueryClient } from "@tanstack/react-query";
import { announce } from "../lib/announce.ts";
import { answer, api } from "../lib/api.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { type Today, type TodayCard, todayQuery } from "./today.api.ts";

type Estimate = Pick<TodayCard, "low" | "likely" | "high">;

/** Done from here: into the board's column for it, and back with one undo. */
export function finish(client: QueryClient, card: TodayCard): Promise<void> {
  const { doneColumnId, columnId } = card;
  if (doneColumnId === null) return Promise.resolve();
  return acted(client, `${card.ref} is done`, {
    forth: () => move(card.id, doneColumnId, columnId),
    back: () => move(card.id, columnId, doneColumnId),
  });
}

/** A line of a checklist, ticked from here. */
export function tickLine(client: QueryClient, { id, text }: Today["items"][number]): Promise<void> {
  const tick = (done: boolean) => {
    const params = { path: { itemId: id } };
    return answer(api.POST("/api/v1/items/{itemId}/tick", { params, body: { done, expected: !done } }));
  };
  return acted(client, `“${text}” is ticked`, { forth: () => tick(true), back: () => tick(false) });
}

/** The new likely effort; a spread that was said keeps its proportions. */
export function reestimate(client: QueryClient, card: TodayCard, likely: number): Promise<void> {
  const before: Estimate = { low: card.low, likely: card.likely, high: card.high };
  const scaled = (value: number | null) =>
    value === null || !card.likely ? null : Math.max(1, Math.round((value * likely) / card.likely));
  const after = { low: scaled(card.low), likely, high: scaled(card.high) };
  return acted(client, "Estimate changed", {
    forth: () => estimate(card.id, after, before),
    back: () => estimate(card.id, before, after),
  });
}

async function acted(
  client: QueryClient,
  said: string,
  { forth, back }: { forth: () => Promise<unknown>; back: () => Promise<unknown> },
): Promise<void> {
  const refresh = () => client.invalidateQueries({ queryKey: todayQuery.queryKey });
  try {
    await forth();
    announce(said);
    offerUndo(said, async () => {
      await back();
      await refresh();
    });
  } catch (error) {
    sayProblem(error);
  }
  await refresh();
}

function move(cardId: string, to: string, from: string) {
  return answer(
    api.POST("/api/v1/cards/{cardId}/move", {
      params: { path: { cardId } },
      body: { columnId: to, expected: { columnId: from, place: "board" } },
    }),
  );
}

function estimate(cardId: string, value: Estimate, expected: Estimate) {
  return answer(
    api.PUT("/api/v1/cards/{cardId}/estimate", {
      params: { path: { cardId } },
      body: { ...value, expected },
    }),
  );
}
