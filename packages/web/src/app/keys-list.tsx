import { lazy, Suspense, useSyncExternalStore } from "react";

const KeysDialog = lazy(async () => ({ default: (await import("./keys-dialog.tsx")).KeysDialog }));

let shown = false;
let listeners: (() => void)[] = [];

export function showKeys(): void {
  show(true);
}

/** Fetched when first asked for. */
export function KeysList() {
  const open = useSyncExternalStore(subscribe, () => shown);
  if (!open) return null;
  return (
    <Suspense>
      <KeysDialog onClose={() => show(false)} />
    </Suspense>
  );
}

function show(next: boolean): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
