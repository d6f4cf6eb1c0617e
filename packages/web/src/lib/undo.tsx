import { inWords } from "./problem.ts";
import { hide, show } from "./toast-outlet.tsx";

interface Act {
  id: string;
  undo: () => Promise<unknown>;
}

const SHOWN_MS = 10_000;
const WORD_MS = 4_000;
const KEPT = 20;
let acts: Act[] = [];
let count = 0;

/**
 * Tells that a reversible act is done and offers the way back: a button for 10 s, Ctrl/Cmd+Z until the page closes.
 * `undo` makes the inverse API call and refreshes what it changed.
 */
export function offerUndo(message: string, undo: () => Promise<unknown>): void {
  const act = { id: next("undo"), undo };
  // One message at a time: earlier acts stay within reach of the key.
  const before = acts.at(-1);
  if (before) hide(before.id);
  acts = [...acts, act].slice(-KEPT);
  show({ id: act.id, message, shownMs: SHOWN_MS, act: { label: "Undo", run: () => void takeBack(act) } });
}

/** Ctrl/Cmd+Z: the last reversible act of this page. */
export function undoLast(): Promise<void> {
  const last = acts.at(-1);
  if (last) return takeBack(last);
  sayDone("Nothing to undo.");
  return Promise.resolve();
}

/** A short word that something happened, and the way to it where that is elsewhere. */
export function sayDone(message: string, way?: { label: string; go: () => unknown }): void {
  const id = next("word");
  const run = () => {
    hide(id);
    void way?.go();
  };
  if (way) show({ id, message, shownMs: SHOWN_MS, act: { label: way.label, run } });
  else show({ id, message, shownMs: WORD_MS });
}

/** What went wrong, what was kept, and "Retry" where that makes sense. */
export function sayProblem(error: unknown, retry?: () => void): void {
  const id = next("problem");
  const run = () => {
    hide(id);
    retry?.();
  };
  const act = retry ? { act: { label: "Retry", run } } : {};
  show({ id, ...inWords(error), alarm: true, shownMs: SHOWN_MS, ...act });
}

async function takeBack(act: Act): Promise<void> {
  if (!acts.includes(act)) return;
  acts = acts.filter((other) => other !== act);
  hide(act.id);
  try {
    await act.undo();
    sayDone("Undone.");
  } catch (error) {
    sayProblem(error);
  }
}

function next(kind: string): string {
  count += 1;
  return `${kind}-${count}`;
}
