import { useSyncExternalStore } from "react";

const RECENT = "milepost.recent-projects";
const PINNED = "milepost.pinned-projects";
const MOST = 5;

let listeners: (() => void)[] = [];
let state = { recent: read(RECENT), pinned: read(PINNED) };

/** Ids of the projects this browser pinned, and of those seen last. */
export function useRecentProjects(): { recent: string[]; pinned: string[] } {
  return useSyncExternalStore(subscribe, () => state);
}

export function noteVisit(id: string): void {
  if (state.recent[0] === id) return;
  keep({ ...state, recent: [id, ...state.recent.filter((other) => other !== id)].slice(0, MOST) });
}

export function togglePin(id: string): void {
  const pinned = state.pinned.includes(id)
    ? state.pinned.filter((other) => other !== id)
    : [...state.pinned, id];
  keep({ ...state, pinned });
}

function keep(next: typeof state): void {
  state = next;
  localStorage.setItem(RECENT, JSON.stringify(next.recent));
  localStorage.setItem(PINNED, JSON.stringify(next.pinned));
  for (const listener of listeners) listener();
}

function read(name: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

function subscribe(listener: () => void): () => void {
  listeners = [...listeners, listener];
  return () => {
    listeners = listeners.filter((other) => other !== listener);
  };
}
