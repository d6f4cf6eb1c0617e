import { useMemo } from "react";
import { type Key, useKeys } from "../../lib/keyboard.ts";

export interface ArchiveActs {
  mark: (id: string, range: boolean) => void;
  markAll: () => void;
  clear: () => void;
  /** What is selected, or else the one that has the focus. */
  back: (focused: string | null) => void;
  remove: (focused: string | null) => void;
}

const rows = () => [...document.querySelectorAll<HTMLElement>("[data-archived]")];
const focused = () =>
  document.activeElement?.closest("li")?.querySelector<HTMLElement>("[data-archived]") ?? null;
const focusedId = () => focused()?.dataset.archived ?? null;

function step(by: -1 | 1): void {
  const all = rows();
  const here = focused();
  const at = here ? all.indexOf(here) + by : 0;
  all[Math.max(0, Math.min(all.length - 1, at))]?.focus();
}

/** The archive by keyboard; without `acts` one can look and nothing else. */
export function useArchiveKeys(acts: ArchiveActs | null): void {
  const keys = useMemo<Key[]>(() => {
    const find = () => document.getElementById("archive-words")?.focus();
    const looking: Key[] = [
      { keys: "arrowdown", label: "Card below", run: () => step(1) },
      { keys: "arrowup", label: "Card above", run: () => step(-1) },
      { keys: "j", label: "Card below", run: () => step(1) },
      { keys: "k", label: "Card above", run: () => step(-1) },
      { keys: "/", label: "Search the archive", run: find },
      { keys: "f", label: "Search the archive", run: find },
    ];
    if (!acts) return looking;
    const withFocused = (run: (id: string) => void) => () => {
      const id = focusedId();
      if (id) run(id);
    };
    return [
      ...looking,
      { keys: "x", label: "Select", run: withFocused((id) => acts.mark(id, false)) },
      { keys: "shift+x", label: "Select up to here", run: withFocused((id) => acts.mark(id, true)) },
      { keys: "mod+a", label: "Select all that are shown", run: acts.markAll },
      { keys: "escape", label: "Select none", run: acts.clear },
      { keys: "b", label: "Bring back", run: () => acts.back(focusedId()) },
      { keys: "delete", label: "Delete", run: () => acts.remove(focusedId()) },
    ];
  }, [acts]);
  useKeys("Archive", keys);
}
