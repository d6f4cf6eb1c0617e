import { late } from "../lib/late.ts";

// Dialogs come when they are asked for: their fields would be a tenth of the board's first load.
export const ColumnForm = late(async () => (await import("./column-form.tsx")).ColumnForm);
export const MoveDialog = late(async () => (await import("./move-dialog.tsx")).MoveDialog);
export const BoardCopy = late(async () => (await import("./board-copy.tsx")).BoardCopy);
export const CopyDialog = late(async () => (await import("./copy-dialog.tsx")).CopyDialog);
export const FromTemplate = late(async () => (await import("./from-template.tsx")).FromTemplate);
export const SaveTemplate = late(async () => (await import("../ui/save-template.tsx")).SaveTemplate);
export const SelectionBar = late(async () => (await import("./selection-bar.tsx")).SelectionBar);
export const ButtonKeys = late(async () => (await import("./button-keys.tsx")).ButtonKeys);
export const CardMenu = late(async () => (await import("./card-menu.tsx")).CardMenu);
export const ColumnMenu = late(async () => (await import("./column-menu.tsx")).ColumnMenu);
export const SideList = late(async () => (await import("./side-list.tsx")).SideList);
export const PastedLines = late(async () => (await import("../ui/pasted-lines.tsx")).PastedLines);
