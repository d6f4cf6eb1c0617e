import type { Board, BoardCard } from "./board-query.ts";

interface Told {
  card: BoardCard | null;
  projectId: string;
  moment: number;
}

const told = new Map<string, Told>();
const written = new Map<string, number>();
let now = 0;

/** A moment to compare with later: an answer that was asked for then may be overtaken on its way. */
export function newsMoment(): number {
  return now;
}

/** The server's last word on a card; null when it is off the board. */
export function noteNews(projectId: string, cardId: string, card: BoardCard | null): void {
  now += 1;
  told.set(cardId, { card, projectId, moment: now });
}

/** A write of this card begins or ends: what was asked for before may not know of it. */
export function noteWrite(cardId: string): void {
  now += 1;
  written.set(cardId, now);
}

export function writtenSince(cardId: string, moment: number): boolean {
  return (written.get(cardId) ?? 0) > moment;
}

/** A board that was asked for at that moment, with what was told of its cards meanwhile. */
export function withNewsSince(board: Board, moment: number): Board {
  const later = [...told].filter(([, news]) => news.moment > moment && news.projectId === board.project.id);
  if (later.length === 0) return board;
  const cards = new Map(board.cards.map((card) => [card.id, card]));
  for (const [id, { card }] of later) {
    if (card) cards.set(id, card);
    else cards.delete(id);
  }
  return { ...board, cards: [...cards.values()] };
}
