import { useCallback, useRef, useState } from "react";
import { useDraft } from "../lib/draft.ts";
import { type Chip, parseQuickAdd, type QuickWorld } from "../lib/quick-add.ts";

export interface ComposerText {
  text: string;
  chips: readonly Chip[];
  type: (typed: string) => void;
  /** A suggestion was taken for the word that is being typed. */
  take: (chip: Chip, without: string) => void;
  /** The last chip becomes text again; false when there is none. */
  giveBack: () => boolean;
  remove: (chip: Chip) => void;
  /** Title and chips as they would be added, the last word included. */
  finish: () => { title: string; chips: Chip[] };
  clear: () => void;
  /** What could not be added comes back before what was typed since. */
  restore: (title: string, chips: readonly Chip[]) => void;
}

/** What stands in the line of a new card: words and the chips made of them; survives as a draft. */
export function useComposerText(draftName: string, world: QuickWorld): ComposerText {
  const [draft, setDraft, clearDraft] = useDraft(draftName);
  const [{ text, chips, kept }, set] = useState(() => {
    const found = parseQuickAdd(draft, world);
    return { text: found.title, chips: found.chips as readonly Chip[], kept: [] as readonly string[] };
  });
  const latest = useRef({ text, chips });
  latest.current = { text, chips };
  const put = useCallback(
    (next: { text: string; chips: readonly Chip[]; kept: readonly string[] }) => {
      set(next);
      setDraft([next.text, ...next.chips.map((chip) => chip.text)].filter(Boolean).join(" "));
    },
    [setDraft],
  );
  return {
    text,
    chips,
    type: (typed) => {
      const found = parseQuickAdd(typed, world, { finished: false, kept });
      put({ text: found.title, chips: [...chips, ...found.chips], kept });
    },
    take: (chip, without) => put({ text: without, chips: [...chips, chip], kept }),
    giveBack: () => {
      const last = chips.at(-1);
      if (!last) return false;
      put({ text: `${last.text} ${text}`.trimEnd(), chips: chips.slice(0, -1), kept: [...kept, last.text] });
      return true;
    },
    remove: (chip) => put({ text, chips: chips.filter((other) => other !== chip), kept }),
    finish: () => {
      const found = parseQuickAdd(text, world, { kept });
      return { title: found.title.trim(), chips: [...chips, ...found.chips] };
    },
    clear: () => {
      set({ text: "", chips: [], kept: [] });
      clearDraft();
    },
    restore: (title, old) => {
      const since = latest.current;
      put({ text: [title, since.text].filter(Boolean).join(" "), chips: [...old, ...since.chips], kept });
    },
  };
}
