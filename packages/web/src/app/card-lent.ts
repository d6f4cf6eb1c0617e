import { lazy } from "react";
import type { CardParts } from "../board/quick-field.ts";
import { later } from "../lib/later.ts";

/** The parts of the card's own screen that the views of its project borrow. */
export const PARTS: CardParts = {
  QuickEdit: lazy(later(async () => ({ default: (await import("../cards/quick-edit.tsx")).QuickEdit }))),
  Peek: lazy(later(async () => ({ default: (await import("../cards/card-peek.tsx")).CardPeek }))),
  Drawer: lazy(later(async () => ({ default: (await import("./card-drawer.tsx")).CardDrawer }))),
};
