import { late } from "../lib/late.ts";
import { createOverlay } from "../lib/overlay.ts";

const KeysDialog = late(async () => (await import("./keys-dialog.tsx")).KeysDialog);

const keys = createOverlay();

export const showKeys = keys.open;

/** Fetched when first asked for. */
export function KeysList() {
  const open = keys.useIsOpen();
  return open ? <KeysDialog onClose={keys.close} /> : null;
}
