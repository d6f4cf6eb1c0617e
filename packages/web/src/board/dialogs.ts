import { lazy } from "react";

// Dialogs come when they are asked for: their fields would be a tenth of the board's first load.
export const ColumnForm = lazy(async () => ({ default: (await import("./column-form.tsx")).ColumnForm }));
export const MoveDialog = lazy(async () => ({ default: (await import("./move-dialog.tsx")).MoveDialog }));
export const SelectionBar = lazy(async () => ({
  default: (await import("./selection-bar.tsx")).SelectionBar,
}));
export const ColumnDelete = lazy(async () => ({
  default: (await import("./column-delete.tsx")).ColumnDelete,
}));
