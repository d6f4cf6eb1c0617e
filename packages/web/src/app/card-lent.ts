import type { CardParts } from "../board/quick-field.ts";
import { late } from "../lib/late.ts";

/** The parts of the card's own screen that the views of its project borrow. */
export const PARTS: CardParts = {
  QuickEdit: late(async () => (await import("../cards/quick-edit.tsx")).QuickEdit),
  Peek: late(async () => (await import("../cards/card-peek.tsx")).CardPeek),
  Drawer: late(async () => (await import("./card-drawer.tsx")).CardDrawer),
};
