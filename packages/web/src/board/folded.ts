import { useMemo, useSyncExternalStore } from "react";

const keyOf = (projectId: string) => `milepost.folded.${projectId}`;
let listeners: (() => void)[] = [];

/** The columns and groups that this viewer has folded; they stay so in this browser. */
export function useFolded(projectId: string): ReadonlySet<string> {
  const kept = useSyncExternalStore(subscribe, () => localStorage.getItem(keyOf(projectId)) ?? "");
  return useMemo(() => new Set(kept === "" ? [] : kept.split(",")), [kept]);
}

/** The focus goes to what takes it back. */
export function fold(projectId: string, laneId: string, on: boolean): void {
  const kept = (localStorage.getItem(keyOf(projectId)) ?? "").split(",").filter((id) => id && id !== laneId);
  localStorage.setItem(keyOf(projectId), [...kept, ...(on ? [laneId] : [])].join(","));
  for (const listener of listeners) listener();
  requestAnimationFrame(() => document.getElementById(`fold-${laneId}`)?.focus());
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
