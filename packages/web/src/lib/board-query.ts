import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { answer, api, type Shape } from "./api.ts";
import { newsMoment, noteNews, withNewsSince } from "./card-news.ts";
import { keys } from "./query-keys.ts";

export type Board = Shape<"Board">;
export type BoardCard = Shape<"BoardCard">;
export type BoardColumn = Shape<"BoardColumn">;
export type Card = Shape<"Card">;
export type CardDetail = Shape<"CardDetail">;

/** All that the board shows in one read; a 304 where nothing has changed. */
export const boardQuery = (projectId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "board"),
    queryFn: async () => {
      const moment = newsMoment();
      const path = { projectId };
      const board = await answer(api.GET("/api/v1/projects/{projectId}/board", { params: { path } }));
      return withNewsSince(board, moment);
    },
    structuralSharing: (before, after) => keepSame(before as Board | undefined, after as Board),
  });

export const cardQuery = (projectId: string, cardId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "card", cardId),
    queryFn: () => answer(api.GET("/api/v1/cards/{cardId}", { params: { path: { cardId } } })),
  });

/** Cards that serve a milestone and are put off: no column of the board shows them. */
export const laterOfQuery = (projectId: string, milestoneId: string) =>
  queryOptions({
    queryKey: keys.project(projectId, "cards", "later", milestoneId),
    queryFn: async () => {
      const query = { place: "later" as const, milestoneId, limit: 200 };
      const params = { path: { projectId }, query };
      return (await answer(api.GET("/api/v1/projects/{projectId}/cards", { params }))).items;
    },
  });

/** A card of the board, or null when it is somewhere else. */
export function onBoard(card: Card): BoardCard | null {
  return card.place === "board" && card.archivedAt === null ? card : null;
}

/** Puts what the server answered about one card into the board that is shown. */
export function patchBoard(
  client: QueryClient,
  projectId: string,
  cardId: string,
  card: BoardCard | null,
): void {
  noteNews(projectId, cardId, card);
  client.setQueryData(boardQuery(projectId).queryKey, (board) => {
    if (!board) return undefined;
    const at = board.cards.findIndex(({ id }) => id === cardId);
    if (!card) return at < 0 ? board : { ...board, cards: board.cards.toSpliced(at, 1) };
    return { ...board, cards: at < 0 ? [...board.cards, card] : board.cards.with(at, card) };
  });
}

/** Many cards at once, so that the board is drawn again once. */
export function takeOffBoard(client: QueryClient, projectId: string, cardIds: readonly string[]): void {
  const gone = new Set(cardIds);
  for (const id of gone) noteNews(projectId, id, null);
  client.setQueryData(
    boardQuery(projectId).queryKey,
    (board) => board && { ...board, cards: board.cards.filter(({ id }) => !gone.has(id)) },
  );
}

/** Cards that did not change stay the same objects, so that they are not drawn again. */
function keepSame(before: Board | undefined, after: Board): Board {
  if (!before) return after;
  const known = new Map(before.cards.map((card) => [card.id, card]));
  const cards = after.cards.map((card) => {
    const old = known.get(card.id);
    return old && sameCard(old, card) ? old : card;
  });
  const same = (part: "columns" | "labels" | "people" | "milestones" | "fields" | "waits") =>
    JSON.stringify(before[part]) === JSON.stringify(after[part]);
  return {
    ...after,
    cards,
    columns: same("columns") ? before.columns : after.columns,
    labels: same("labels") ? before.labels : after.labels,
    people: same("people") ? before.people : after.people,
    milestones: same("milestones") ? before.milestones : after.milestones,
    fields: same("fields") ? before.fields : after.fields,
    waits: same("waits") ? before.waits : after.waits,
  };
}

/** Whether the board would show both alike. */
export function sameCard(one: BoardCard, other: BoardCard): boolean {
  for (const field of Object.keys(one) as (keyof BoardCard)[]) {
    const [mine, theirs] = [one[field], other[field]];
    if (mine === theirs) continue;
    if (!Array.isArray(mine) || !Array.isArray(theirs) || mine.join() !== theirs.join()) return false;
  }
  return true;
}
