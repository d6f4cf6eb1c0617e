import type { Board } from "./board-query.ts";

const CLOSED = ["accepted", "dropped"];

/** The cards that come after something that is still open; of what is on the board the page itself knows whether it is. */
export function waitingCards({
  waits,
  cards,
  milestones,
}: Pick<Board, "waits" | "cards" | "milestones">): ReadonlySet<string> {
  if (waits.length === 0) return NONE;
  const open = new Map([
    ...cards.map(({ id, doneAt }) => [id, doneAt === null] as const),
    ...milestones.map(({ id, state }) => [id, !CLOSED.includes(state)] as const),
  ]);
  return new Set(waits.filter((wait) => open.get(wait.for) ?? wait.open).map(({ card }) => card));
}

const NONE: ReadonlySet<string> = new Set();

export function sameSet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}
