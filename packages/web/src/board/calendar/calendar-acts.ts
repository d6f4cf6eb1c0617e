import type { QueryClient } from "@tanstack/react-query";
import type { BoardCard } from "../../lib/board-query.ts";
import { act, datesAct } from "../../lib/card-acts.ts";
import { addDays, daysBetween } from "../../lib/dates.ts";

/** Due on another day; a card with a start keeps its length. */
export async function moveToDay(
  client: QueryClient,
  projectId: string,
  card: BoardCard,
  dueOn: string | null,
): Promise<void> {
  if (dueOn === card.dueOn) return;
  const startOn =
    card.startOn && card.dueOn && dueOn
      ? addDays(card.startOn, daysBetween(card.dueOn, dueOn))
      : card.startOn;
  // Without a due day its start alone would not be seen here.
  await act(
    client,
    datesAct({ ...card, projectId }, { startOn: dueOn ? startOrDue(startOn, dueOn) : null, dueOn }),
  );
}

function startOrDue(startOn: string | null, dueOn: string): string | null {
  return startOn && startOn > dueOn ? dueOn : startOn;
}
