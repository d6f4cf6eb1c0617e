import { lazy, Suspense, useSyncExternalStore } from "react";
import type { Toast } from "./toasts.tsx";

const load = () => import("./toasts.tsx");
const Toasts = lazy(async () => ({ default: (await load()).Toasts }));

let wanted = false;
let listeners: (() => void)[] = [];

/** Stands once in the page; its code is fetched with the first message. */
export function ToastOutlet() {
  const needed = useSyncExternalStore(subscribe, () => wanted);
  if (!needed) return null;
  return (
    <Suspense>
      <Toasts />
    </Suspense>
  );
}

export function show(toast: Toast): void {
  wanted = true;
  for (const listener of listeners) listener();
  void load().then(({ showToast }) => showToast(toast));
}

export function hide(id: string): void {
  if (wanted) void load().then(({ hideToast }) => hideToast(id));
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
