import { BoardPage } from "../board/board.page.tsx";
import { PARTS } from "./card-lent.ts";

/** The board with the parts of the card's own screen. */
export function BoardScreen() {
  return <BoardPage parts={PARTS} />;
}
