import type { BoardCard } from "../lib/board-query.ts";

export const GAP = 8;
/** The picture with the gap below it. */
const COVER = 96;
const LETTERS_A_LINE = 30;

/** A card's height before it is measured, near enough that the scrollbar does not jump. */
export function estimateHeight(card: BoardCard | undefined, covers: boolean): number {
  if (!card) return 72;
  const lines = Math.min(4, Math.max(1, Math.ceil(card.title.length / LETTERS_A_LINE)));
  const labels = card.labels.length > 0 ? 24 : 0;
  const facts = card.milestoneId && (card.dueOn || card.people.length > 0) ? 46 : 24;
  const cover = covers && card.coverFileId !== null ? COVER : 0;
  return cover + Math.max(68, 22 + lines * 20 + labels + facts + (card.blocked ? 19 : 0));
}
