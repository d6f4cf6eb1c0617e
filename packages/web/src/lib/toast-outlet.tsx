import { lazy, Suspense, useSyncExternalStore } from "react";
import { announce } from "./announce.ts";
import { later } from "./later.ts";
import type { Toast } from "./toasts.tsx";

const load = later(() => import("./toasts.tsx"));
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
  load().then(
    ({ showToast }) => showToast(toast),
    () => announce([toast.title, toast.message].filter(Boolean).join(": ")),
  );
}

export function hide(id: string): void {
  if (wanted)
    load().then(
      ({ hideToast }) => hideToast(id),
      () => undefined,
    );
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
