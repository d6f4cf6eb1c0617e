import type { QueryClient } from "@tanstack/react-query";
import { answer, api } from "./api.ts";
import type { BoardCard, Card } from "./board-query.ts";
import { type CardChange, writeCard } from "./card-writes.ts";
import { offerUndo, sayProblem } from "./undo.tsx";

/** A card with the project it belongs to: what every act needs. */
export type ActCard = BoardCard & { projectId: string };

const at = (cardId: string) => ({ params: { path: { cardId } } });

/** What is shown and sent, and the way back. */
export interface Act {
  card: ActCard;
  said: string;
  change: CardChange;
  send: () => Promise<Card>;
  back: { change: CardChange; send: () => Promise<Card> };
}

/** Does it, offers the way back, and says why when it was refused. */
export async function act(client: QueryClient, what: Act): Promise<boolean> {
  const { card, said, change, send, back } = what;
  try {
    await writeCard(client, card, change, send);
    offerUndo(said, () => writeCard(client, card, back.change, back.send));
    return true;
  } catch (error) {
    sayProblem(error, () => void act(client, what));
    return false;
  }
}

/** An act whose inverse is the same call with the old values. */
function swap<V>(
  card: ActCard,
  said: string,
  [before, after]: [V, V],
  { shown, put }: { shown: (value: V) => CardChange; put: (value: V, was: V) => Promise<Card> },
): Act {
  return {
    card,
    said,
    change: shown(after),
    send: () => put(after, before),
    back: { change: shown(before), send: () => put(before, after) },
  };
}

export type Dates = Pick<BoardCard, "startOn" | "dueOn">;
export type Estimate = Pick<BoardCard, "low" | "likely" | "high">;

export function datesAct(card: ActCard, dates: Dates): Act {
  const before = { startOn: card.startOn, dueOn: card.dueOn };
  const said = dates.dueOn ? "Dates changed" : "No due date";
  return swap(card, said, [before, dates], {
    shown: (value) => value,
    put: (value, expected) =>
      answer(api.PUT("/api/v1/cards/{cardId}/dates", { ...at(card.id), body: { ...value, expected } })),
  });
}

export function estimateAct(card: ActCard, estimate: Estimate): Act {
  const before = { low: card.low, likely: card.likely, high: card.high };
  return swap(card, "Estimate changed", [before, estimate], {
    shown: (value) => value,
    put: (value, expected) =>
      answer(api.PUT("/api/v1/cards/{cardId}/estimate", { ...at(card.id), body: { ...value, expected } })),
  });
}

export function priorityAct(card: ActCard, priority: number): Act {
  return swap(card, "Priority changed", [card.priority, priority], {
    shown: (value) => ({ priority: value }),
    put: (value, expected) =>
      answer(
        api.PUT("/api/v1/cards/{cardId}/priority", { ...at(card.id), body: { priority: value, expected } }),
      ),
  });
}

export function milestoneAct(card: ActCard, milestoneId: string | null): Act {
  const said = milestoneId ? "Milestone changed" : "Without milestone";
  return swap(card, said, [card.milestoneId, milestoneId], {
    shown: (value) => ({ milestoneId: value }),
    put: (value, expected) =>
      answer(
        api.PUT("/api/v1/cards/{cardId}/milestone", {
          ...at(card.id),
          body: { milestoneId: value, expected },
        }),
      ),
  });
}

export type MarkKind = "people" | "labels";

/** Adds or takes away one person or label. */
export function toggleAct(card: ActCard, kind: MarkKind, id: string): Act {
  return marksAct(card, kind, card[kind].includes(id) ? { remove: [id] } : { add: [id] });
}

export interface MarkChange {
  add?: readonly string[];
  remove?: readonly string[];
}

/** People or labels: some come, some go, as one act. */
export function marksAct(card: ActCard, kind: MarkKind, { add = [], remove = [] }: MarkChange): Act {
  const put = (change: Required<MarkChange>) => {
    const body = { add: [...change.add], remove: [...change.remove] };
    return kind === "people"
      ? answer(api.PUT("/api/v1/cards/{cardId}/people", { ...at(card.id), body }))
      : answer(api.PUT("/api/v1/cards/{cardId}/labels", { ...at(card.id), body }));
  };
  const words = kind === "people" ? ["Assigned", "Unassigned"] : ["Labelled", "Label removed"];
  const after = [...card[kind].filter((id) => !remove.includes(id)), ...add];
  return {
    card,
    said: words[add.length > 0 ? 0 : 1] ?? "",
    change: { [kind]: after },
    send: () => put({ add, remove }),
    back: { change: { [kind]: card[kind] }, send: () => put({ add: remove, remove: add }) },
  };
}

/** A picture among the card's files, or none. */
export function coverAct(card: ActCard, fileId: string | null): Act {
  const said = fileId ? "Cover chosen" : "Cover taken away";
  return swap(card, said, [card.coverFileId, fileId], {
    shown: (value) => ({ coverFileId: value }),
    put: (value, expected) =>
      answer(api.PUT("/api/v1/cards/{cardId}/cover", { ...at(card.id), body: { fileId: value, expected } })),
  });
}

export interface Blocked {
  reason: string | null;
  byClient: boolean;
}

export function blockedAct(card: ActCard, before: Blocked, after: Blocked): Act {
  return swap(card, after.reason ? "Blocked" : "Not blocked any more", [before, after], {
    shown: ({ reason, byClient }) => ({
      blocked: reason !== null,
      blockedByClient: reason !== null && byClient,
      blockedReason: reason,
    }),
    put: (body) => answer(api.PUT("/api/v1/cards/{cardId}/blocked", { ...at(card.id), body })),
  });
}

export function archiveAct(card: ActCard): Act {
  return {
    card,
    said: "Archived",
    change: null,
    send: () => answer(api.POST("/api/v1/cards/{cardId}/archive", { ...at(card.id), body: {} })),
    back: {
      change: {},
      send: () => answer(api.POST("/api/v1/cards/{cardId}/unarchive", { ...at(card.id), body: {} })),
    },
  };
}
