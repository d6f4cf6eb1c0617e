import type { QueryClient } from "@tanstack/react-query";
import type { Act } from "./card-acts.ts";
import { writeCard } from "./card-writes.ts";
import { offerUndo, sayProblem } from "./undo.tsx";

/** How the way back is offered: at once, or by whoever does more than this with the same cards. */
export type Offer = typeof offerUndo;

/** Acts on several cards: shown at once, one way back for all; what was refused can be tried again. */
export async function actTogether(
  client: QueryClient,
  said: string,
  acts: readonly Act[],
  offer: Offer = offerUndo,
): Promise<void> {
  const sent = acts.map(({ card, change, send }) => writeCard(client, card, change, send));
  const results = await Promise.allSettled(sent);
  const isDone = (_: Act, at: number) => results[at]?.status === "fulfilled";
  const done = acts.filter(isDone);
  const refused = acts.filter((what, at) => !isDone(what, at));
  if (done.length > 0)
    offer(withCount(said, new Set(done.map(({ card }) => card.id)).size), () =>
      Promise.all(done.map(({ card, back }) => writeCard(client, card, back.change, back.send))),
    );
  const problem = results.find((result) => result.status === "rejected");
  if (problem) sayProblem(problem.reason, () => void actTogether(client, said, refused));
}

/** "Archived: 3 cards". */
export function withCount(said: string, count: number): string {
  return count === 1 ? said : `${said}: ${count} cards`;
}
