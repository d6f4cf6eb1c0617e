import { lazy, Suspense } from "react";
import { later } from "../lib/later.ts";
import { createOverlay } from "../lib/overlay.ts";

const KeysDialog = lazy(later(async () => ({ default: (await import("./keys-dialog.tsx")).KeysDialog })));

const keys = createOverlay();

export const showKeys = keys.open;

/** Fetched when first asked for. */
export function KeysList() {
  const open = keys.useIsOpen();
  if (!open) return null;
  return (
    <Suspense>
      <KeysDialog onClose={keys.close} />
    </Suspense>
  );
}
