import type { CardChange } from "@milepost/planning";
import type { QueryClient } from "@tanstack/react-query";
import type { Board } from "../lib/board-query.ts";
import { type ActCard, act, datesAct, marksAct } from "../lib/card-acts.ts";
import { moveCard } from "../lib/card-moves.ts";
import { addDays } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";

/** Whose week a card is too much in. */
export interface Week {
  personId: string;
  weekOn: string;
}

export type Wish = { kind: "move" } | { kind: "reassign"; toId: string } | { kind: "cut" };

/** The wish as planning tries it out. */
export function changeOf(wish: Wish, cardId: string, { personId, weekOn }: Week): CardChange {
  switch (wish.kind) {
    case "move":
      return { kind: "move", cardId, startOn: addDays(weekOn, 7) };
    case "reassign":
      return { kind: "reassign", cardId, fromId: personId, toId: wish.toId };
    case "cut":
      return { kind: "cut", cardId };
  }
}

/** Does it by the card's own acts, each with its way back, and reads the weeks again; false when it was refused. */
export async function carryOut(
  client: QueryClient,
  board: Board,
  card: ActCard,
  wish: Wish,
  week: Week,
): Promise<boolean> {
  const done = await perform(client, board, card, wish, week);
  if (done) await client.invalidateQueries({ queryKey: keys.portfolio });
  return done;
}

function perform(client: QueryClient, board: Board, card: ActCard, wish: Wish, week: Week): Promise<boolean> {
  switch (wish.kind) {
    case "move": {
      const startOn = addDays(week.weekOn, 7);
      const dueOn = card.dueOn !== null && card.dueOn < startOn ? addDays(startOn, 4) : card.dueOn;
      return act(client, { ...datesAct(card, { startOn, dueOn }), said: "Moved to the week after" });
    }
    case "reassign":
      return act(client, {
        ...marksAct(card, "people", { add: [wish.toId], remove: [week.personId] }),
        said: "Reassigned",
      });
    case "cut": {
      const column = board.columns.find(({ id }) => id === card.columnId);
      return column ? moveCard(client, card, { column: null }, { column }) : Promise.resolve(false);
    }
  }
}
