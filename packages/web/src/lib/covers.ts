import { useSyncExternalStore } from "react";
import { apiLink } from "./api.ts";
import type { BoardCard } from "./board-query.ts";

const SWITCH = "milepost.covers";
let listeners: (() => void)[] = [];

/** Whether this viewer wants pictures on the board; not unless they say so. */
export function useCovers(): boolean {
  return useSyncExternalStore(subscribe, () => localStorage.getItem(SWITCH) === "on");
}

export function showCovers(on: boolean): void {
  localStorage.setItem(SWITCH, on ? "on" : "off");
  for (const listener of listeners) listener();
}

export function coverOf({ coverFileId, coverVersion }: BoardCard): string | null {
  return coverFileId === null ? null : apiLink(`/files/${coverFileId}/versions/${coverVersion ?? 1}/preview`);
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
