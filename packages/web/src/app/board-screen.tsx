import { lazy } from "react";
import { BoardPage } from "../board/board.page.tsx";
import type { CardParts } from "../board/quick-field.ts";
import { later } from "../lib/later.ts";

const PARTS: CardParts = {
  QuickEdit: lazy(later(async () => ({ default: (await import("../cards/quick-edit.tsx")).QuickEdit }))),
  Peek: lazy(later(async () => ({ default: (await import("../cards/card-peek.tsx")).CardPeek }))),
  Drawer: lazy(later(async () => ({ default: (await import("./card-drawer.tsx")).CardDrawer }))),
};

/** The board with the parts of the card's own screen. */
export function BoardScreen() {
  return <BoardPage parts={PARTS} />;
}
