import { lazy } from "react";
import { later } from "../lib/later.ts";

// Dialogs come when they are asked for: their fields would be a tenth of the board's first load.
export const ColumnForm = lazy(
  later(async () => ({ default: (await import("./column-form.tsx")).ColumnForm })),
);
export const MoveDialog = lazy(
  later(async () => ({ default: (await import("./move-dialog.tsx")).MoveDialog })),
);
export const SelectionBar = lazy(
  later(async () => ({ default: (await import("./selection-bar.tsx")).SelectionBar })),
);
export const ColumnDelete = lazy(
  later(async () => ({ default: (await import("./column-delete.tsx")).ColumnDelete })),
);
