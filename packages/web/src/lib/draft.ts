import { useCallback, useState } from "react";

/** Before the name of every draft in the browser's store. */
export const DRAFT = "milepost.draft.";

/**
 * Text that survives reload, log-out and a lost connection; `clear` when it has been saved.
 * One component instance holds one draft: give it a `key` where the name can change.
 */
export function useDraft(name: string, initial = ""): [string, (text: string) => void, () => void] {
  const [text, setText] = useState(() => localStorage.getItem(DRAFT + name) ?? initial);
  const change = useCallback(
    (next: string) => {
      setText(next);
      if (next === initial) localStorage.removeItem(DRAFT + name);
      else localStorage.setItem(DRAFT + name, next);
    },
    [name, initial],
  );
  const clear = useCallback(() => {
    localStorage.removeItem(DRAFT + name);
    setText(initial);
  }, [name, initial]);
  return [text, change, clear];
}

/** Below what is typed there already, for a text that goes on in another place. */
export function addToDraft(name: string, text: string): void {
  const before = localStorage.getItem(DRAFT + name);
  localStorage.setItem(DRAFT + name, before ? `${before}\n\n${text}` : text);
}
