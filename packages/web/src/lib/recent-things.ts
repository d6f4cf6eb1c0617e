import { useEffect, useSyncExternalStore } from "react";

const NAME = "milepost.recent-things";
const MOST = 6;

let listeners: (() => void)[] = [];
let refs = read();

/** Cards and milestones that were opened last in this browser, by what people call them: never what they say. */
export function useRecentThings(): readonly string[] {
  return useSyncExternalStore(subscribe, () => refs);
}

/** On the page of a thing: it is the last one that was opened. */
export function useNoted(ref: string | undefined): void {
  useEffect(() => {
    if (ref) note(ref.toUpperCase());
  }, [ref]);
}

function note(ref: string): void {
  if (refs[0] === ref) return;
  refs = [ref, ...refs.filter((other) => other !== ref)].slice(0, MOST);
  localStorage.setItem(NAME, JSON.stringify(refs));
  for (const listener of listeners) listener();
}

function read(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(kept) ? kept.filter((ref) => typeof ref === "string") : [];
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
