import type { WaysToMakeIt } from "@milepost/planning";
import type { QueryClient } from "@tanstack/react-query";
import type { Board } from "../lib/board-query.ts";
import { act, marksAct } from "../lib/card-acts.ts";
import { moveTogether } from "../lib/card-moves.ts";
import { changeDates } from "../lib/date-acts.ts";
import { dayText } from "../lib/dates.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { sayProblem } from "../lib/undo.tsx";

/** The first safe day becomes the target; what follows moves along. */
export function takeMove(client: QueryClient, milestone: Milestone, on: string): Promise<void> {
  const said = `M${milestone.number} moved to ${dayText(on)}`;
  return changeDates(client, milestone, { targetOn: on }, { said }).catch(sayProblem);
}

/** Into the Later list, from where they can come back. */
export function takeCut(
  client: QueryClient,
  board: Board,
  { cardIds }: NonNullable<WaysToMakeIt["cut"]>,
): Promise<void> {
  const columns = new Map(board.columns.map(({ id, name }) => [id, { id, name }]));
  const steps = cardsOf(board, cardIds).map((card) => ({
    card,
    back: { column: columns.get(card.columnId ?? "") ?? null },
  }));
  return moveTogether(client, steps, { column: null });
}

export async function takeReassignment(
  client: QueryClient,
  board: Board,
  { cardIds, fromId, toId }: NonNullable<WaysToMakeIt["reassign"]>,
): Promise<void> {
  for (const card of cardsOf(board, cardIds))
    await act(client, marksAct(card, "people", { add: [toId], remove: [fromId] }));
}

function cardsOf(board: Board, ids: readonly string[]) {
  return board.cards
    .filter(({ id }) => ids.includes(id))
    .map((card) => ({ ...card, projectId: board.project.id }));
}
