import { lazy } from "react";
import { ListPage } from "../board/list/list.page.tsx";
import type { ListParts } from "../board/quick-field.ts";
import { later } from "../lib/later.ts";
import { PARTS } from "./card-lent.ts";

const LIST_PARTS: ListParts = {
  ...PARTS,
  Cell: lazy(later(async () => ({ default: (await import("../cards/cell-field.tsx")).CellField }))),
};

/** The list with the parts of the card's own screen. */
export function ListScreen() {
  return <ListPage parts={LIST_PARTS} />;
}
