import type { QueryClient } from "@tanstack/react-query";
import { generateKeyBetween } from "fractional-indexing";
import { announce } from "./announce.ts";
import { answer, api } from "./api.ts";
import { type BoardCard, boardQuery, type Card } from "./board-query.ts";
import type { Act, ActCard } from "./card-acts.ts";
import { type Offer, withCount } from "./card-acts-together.ts";
import { type CardChange, writeCard } from "./card-writes.ts";
import { agoText } from "./dates.ts";
import { ApiProblem } from "./problem.ts";
import { offerUndo, sayProblem } from "./undo.tsx";

/** Where a card should stand: behind or before a neighbour, or at the end of a column; `null` is the Later list. */
export interface Spot {
  column: { id: string; name: string } | null;
  after?: BoardCard | undefined;
  before?: BoardCard | undefined;
  /** What is said when it is there. */
  said?: string;
}

export async function moveCard(
  client: QueryClient,
  card: ActCard,
  spot: Spot,
  back: Spot,
  from: "board" | "later" = "board",
): Promise<boolean> {
  const name = spot.column?.name ?? "Later";
  try {
    const { moveId } = await send(client, card, spot, { columnId: card.columnId, place: from });
    announce(spot.said ?? `Moved to ${name}`);
    offerUndo(`Moved to ${name}`, () =>
      send(client, card, back, {
        columnId: spot.column?.id ?? null,
        place: spot.column ? "board" : "later",
        undo: moveId,
      }),
    );
    return true;
  } catch (error) {
    await client.invalidateQueries({ queryKey: boardQuery(card.projectId).queryKey });
    sayProblem(inMoveWords(error), () => void moveCard(client, asItIs(client, card), spot, back, from));
    return false;
  }
}

/** Several cards to one place, below each other; one way back for all. */
export async function moveTogether(
  client: QueryClient,
  steps: readonly { card: ActCard; back: Spot }[],
  spot: Spot,
  offer: Offer = offerUndo,
): Promise<void> {
  const name = spot.column?.name ?? "Later";
  const there = { columnId: spot.column?.id ?? null, place: spot.column ? "board" : "later" } as const;
  let last: BoardCard | undefined;
  const done: { card: ActCard; back: Spot; undo: string }[] = [];
  try {
    for (const step of steps) {
      const next = last ? { ...spot, after: last, before: undefined } : spot;
      const { columnId } = step.card;
      const moved = await send(client, step.card, next, { columnId, place: columnId ? "board" : "later" });
      last = moved.card;
      done.push({ ...step, undo: moved.moveId });
    }
  } catch (error) {
    await client.invalidateQueries({ queryKey: boardQuery(steps[0]?.card.projectId ?? "").queryKey });
    const left = steps.slice(done.length).map(({ card, back }) => ({ card: asItIs(client, card), back }));
    sayProblem(inMoveWords(error), () => void moveTogether(client, left, spot));
  }
  if (done.length === 0) return;
  announce(withCount(`Moved to ${name}`, done.length));
  offer(withCount(`Moved to ${name}`, done.length), async () => {
    for (const { card, back, undo } of done) await send(client, card, back, { ...there, undo });
  });
}

interface StepAcross {
  card: ActCard;
  /** What changes besides its place. */
  acts: readonly Act[];
  back: Spot;
}

/**
 * Cards to another place and into another group as one act: a card goes both ways or stays as it was, and there is one
 * way back for all. Without a spot their places stay.
 */
export async function moveAcross(
  client: QueryClient,
  steps: readonly StepAcross[],
  spot: Spot | null,
  said: string,
): Promise<void> {
  const ways: (() => Promise<unknown>)[] = [];
  let last: BoardCard | undefined;
  for (const [at, step] of steps.entries()) {
    const next = spot && last ? { ...spot, after: last, before: undefined } : spot;
    const { moved, back, problem } = await goAcross(client, step, next);
    if (problem) {
      await back().catch(() => undefined);
      await client.invalidateQueries({ queryKey: boardQuery(step.card.projectId).queryKey });
      sayProblem(inMoveWords(problem), () => void moveAcross(client, steps.slice(at), next, said));
      break;
    }
    ways.push(back);
    last = moved ?? last;
  }
  if (ways.length === 0) return;
  const words = withCount(said, ways.length);
  announce(ways.length === 1 ? (spot?.said ?? words) : words);
  offerUndo(words, async () => {
    for (const way of ways) await way();
  });
}

/** Both are shown at once and sent one after the other. */
async function goAcross(client: QueryClient, { card, acts, back }: StepAcross, spot: Spot | null) {
  const ways: (() => Promise<unknown>)[] = [];
  const changing = acts.map(async (what) => {
    await writeCard(client, card, what.change, what.send);
    ways.push(() => writeCard(client, card, what.back.change, what.back.send));
  });
  const { columnId } = card;
  const moving = spot && send(client, card, spot, { columnId, place: "board" });
  const results = await Promise.allSettled([...changing, moving]);
  const moved = await moving?.catch(() => null);
  if (moved && spot)
    ways.push(() =>
      send(client, card, back, {
        columnId: spot.column?.id ?? null,
        place: spot.column ? "board" : "later",
        undo: moved.moveId,
      }),
    );
  const refused = results.find((result) => result.status === "rejected");
  return { moved: moved?.card, back: () => Promise.all(ways.map((way) => way())), problem: refused?.reason };
}

/** The card as it is known now: a retry starts from where somebody else put it. */
function asItIs(client: QueryClient, card: ActCard): ActCard {
  const board = client.getQueryData(boardQuery(card.projectId).queryKey);
  return { ...card, ...board?.cards.find(({ id }) => id === card.id) };
}

async function send(
  client: QueryClient,
  card: ActCard,
  spot: Spot,
  { undo, ...expected }: { columnId: string | null; place: "board" | "later"; undo?: string },
): Promise<{ card: Card; moveId: string }> {
  const next = spot.after ? { after: spot.after.id } : spot.before ? { before: spot.before.id } : {};
  const where = spot.column ? { columnId: spot.column.id } : { place: "later" as const };
  const params = { path: { cardId: card.id } };
  const body = { ...where, ...next, expected, ...(undo ? { undo } : {}) };
  let moveId = "";
  // What is kept of a card is what every read of it says.
  const moved = await writeCard(client, card, shown(card, spot), async () => {
    const { moveId: named, ...rest } = await answer(
      api.POST("/api/v1/cards/{cardId}/move", { params, body }),
    );
    moveId = named;
    return rest;
  });
  return { card: moved, moveId };
}

function shown(card: ActCard, { column, after, before }: Spot): CardChange {
  if (!column) return null;
  return { columnId: column.id, position: keyBetween(after?.position, before?.position) ?? card.position };
}

/** A key for the moment until the server has answered with its own. */
function keyBetween(low: string | undefined, high: string | undefined): string | null {
  try {
    return generateKeyBetween(low ?? null, high ?? null);
  } catch {
    return low ? `${low}V` : null;
  }
}

/** "Jo moved this to Done 4 s ago": a conflict says who and when. */
function inMoveWords(error: unknown): unknown {
  if (!(error instanceof ApiProblem) || error.status !== 409) return error;
  const { at } = error.facts;
  const when = typeof at === "string" ? ` (${agoText(at)})` : "";
  return new ApiProblem(409, {
    title: "Somebody was faster",
    detail: `${error.message.replace(/\.$/, "")}${when}. The card is where they put it.`,
  });
}
