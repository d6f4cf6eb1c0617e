import type { ComponentType } from "react";
import type { Board, BoardCard } from "../lib/board-query.ts";

/** What can be changed from the board without opening the card. */
export type QuickField = "people" | "labels" | "dates" | "estimate" | "milestone" | "title";

export interface QuickEditProps {
  board: Board;
  card: BoardCard;
  field: QuickField;
  onClose: () => void;
}

/** The parts of the card's own screen that the app lends to the board. */
export interface CardParts {
  QuickEdit: ComponentType<QuickEditProps>;
  Peek: ComponentType<{ board: Board; card: BoardCard; onClose: () => void }>;
  Drawer: ComponentType<{
    board: Board;
    cardRef: string;
    onClose: () => void;
    onStep: (to: "up" | "down") => void;
  }>;
}

/** The list edits each cell where it stands. */
export interface ListParts extends CardParts {
  /** One field of a card: a quick field, or a custom one by its id. */
  Cell: ComponentType<{ board: Board; card: BoardCard; field: string; value: string; onDone: () => void }>;
}
