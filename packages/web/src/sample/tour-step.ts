import { useSyncExternalStore } from "react";

/** Also read by the frame of a project, which brings the tour only where it goes on. */
const STEP = "milepost.tour";

let listeners: (() => void)[] = [];

/** At which part of the tour this window is; null where nobody has begun, or it has ended. */
export function useTourStep(): number | null {
  return useSyncExternalStore(subscribe, read);
}

export function goTo(step: number): void {
  sessionStorage.setItem(STEP, String(step));
  for (const listener of listeners) listener();
}

export function endTour(): void {
  sessionStorage.removeItem(STEP);
  for (const listener of listeners) listener();
}

function read(): number | null {
  const kept = sessionStorage.getItem(STEP);
  return kept === null ? null : Number(kept) || 0;
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
