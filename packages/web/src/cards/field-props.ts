import type { Board, BoardCard } from "../lib/board-query.ts";
import type { ActCard } from "../lib/card-acts.ts";

/** What a field of a card needs, in the drawer and in the small dialogs of the board. */
export interface FieldProps {
  board: Board;
  card: BoardCard;
  onDone?: () => void;
}

export function owned({ board, card }: FieldProps): ActCard {
  return { ...card, projectId: board.project.id };
}
