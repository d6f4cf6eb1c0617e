import { announce } from "../lib/announce.ts";
import { answer, api } from "../lib/api.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import type { TodayCard, TodayItem } from "./today.api.ts";
import type { HeldToday } from "./use-held-today.ts";

type Estimate = Pick<TodayCard, "low" | "likely" | "high">;
type Doer = HeldToday["act"];

/** Done from here: into the board's column for it, and back with one undo. */
export function finish(act: Doer, card: TodayCard): Promise<void> {
  const { doneColumnId, columnId } = card;
  if (doneColumnId === null) return Promise.resolve();
  return acted(act, `${card.ref} is done`, {
    forth: () => move(card.id, doneColumnId, columnId),
    back: () => move(card.id, columnId, doneColumnId),
    leaves: card.id,
  });
}

/** A line of a checklist, ticked from here. */
export function tickLine(act: Doer, { id, text }: TodayItem): Promise<void> {
  const tick = (done: boolean) => {
    const params = { path: { itemId: id } };
    return answer(api.POST("/api/v1/items/{itemId}/tick", { params, body: { done, expected: !done } }));
  };
  return acted(act, `“${text}” is ticked`, {
    forth: () => tick(true),
    back: () => tick(false),
    leaves: id,
  });
}

/** The new likely effort; a spread that was said keeps its proportions. */
export function reestimate(act: Doer, card: TodayCard, likely: number): Promise<void> {
  const before: Estimate = { low: card.low, likely: card.likely, high: card.high };
  const scaled = (value: number | null) =>
    value === null || !card.likely ? null : Math.max(1, Math.round((value * likely) / card.likely));
  const after = { low: scaled(card.low), likely, high: scaled(card.high) };
  return acted(act, "Estimate changed", {
    forth: () => estimate(card.id, after, before),
    back: () => estimate(card.id, before, after),
  });
}

interface Ways {
  forth: () => Promise<unknown>;
  back: () => Promise<unknown>;
  leaves?: string;
}

function acted(act: Doer, said: string, { forth, back, leaves }: Ways): Promise<void> {
  return act(async () => {
    try {
      await forth();
      announce(said);
      offerUndo(said, () => act(back));
    } catch (error) {
      sayProblem(error);
    }
  }, leaves);
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
