import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef } from "react";
import { type FormDraft, useFormDraft } from "../lib/form-draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { type LineChange, type Review, type ReviewLine, sayLine } from "./reviews.api.ts";

export type LineFields = Required<
  Pick<LineChange, "stated" | "evidence" | "reasonCode" | "reason" | "clientNote">
>;

const PAUSE_MS = 1_500;

export interface LineDraft {
  draft: FormDraft<LineFields>;
  /** Sends what was typed, with what is decided now. */
  save: (more?: LineChange) => Promise<boolean>;
  busy: boolean;
  problem: unknown;
}

/** What is said of a line is kept in the browser as it is typed and on the server at every pause; never over somebody else's words. */
export function useLineDraft(review: Review, line: ReviewLine): LineDraft {
  const client = useQueryClient();
  const { stated, evidence, reason, clientNote, revision } = line;
  // The server's own word for a reason; its answers are read as text.
  const reasonCode = line.reasonCode as LineFields["reasonCode"];
  const there = { stated, evidence, reasonCode, reason, clientNote };
  const draft = useFormDraft<LineFields>(`review.${review.id}.${line.milestoneId}`, there);
  const sent = useRef<{ words: Partial<LineFields>; over: number } | null>(null);
  const own = useRef(new Map<number, number>());
  const running = useRef<Promise<boolean> | null>(null);
  const latest = useRef(draft);
  latest.current = draft;
  const { submit, busy, problem } = useSubmit(async (more: LineChange) => {
    const words = latest.current.changes;
    if (Object.keys(words).length + Object.keys(more).length === 0) return;
    sent.current = { words, over: revision };
    // What was said a moment ago may not have come round to this page yet.
    const newest = newestOwn(own.current, revision);
    const over = { milestoneId: line.milestoneId, revision: newest };
    own.current.set(newest, await sayLine(client, review, over, { ...words, ...more }));
  });
  // Leaving a field saves it; the button that was pressed with it waits for that, and is not lost. After a refusal nothing
  // that waited goes on over somebody else's words.
  const save = useCallback(
    (more: LineChange = {}) => {
      const next = (running.current ?? Promise.resolve(true)).then((done) => done && submit(more));
      running.current = next;
      void next.finally(() => {
        if (running.current === next) running.current = null;
      });
      return next;
    },
    [submit],
  );
  useEffect(() => {
    if (sent.current === null || sent.current.over === revision) return;
    const { values, set } = latest.current;
    const kept = Object.entries(sent.current.words).filter(
      ([field, value]) => values[field as keyof LineFields] === value,
    );
    sent.current = null;
    set(Object.fromEntries(kept));
  }, [revision]);
  const typed = JSON.stringify(draft.changes);
  const overtaken = Object.keys(draft.theirs).length > 0;
  useEffect(() => {
    if (typed === "{}" || overtaken) return;
    const pause = setTimeout(() => void save(), PAUSE_MS);
    return () => clearTimeout(pause);
  }, [typed, overtaken, save]);
  return { draft, save, busy, problem };
}

/** From a revision on as far as this person alone has written; a change of somebody else ends it. */
function newestOwn(own: ReadonlyMap<number, number>, from: number): number {
  let newest = from;
  for (let next = own.get(newest); next !== undefined && next !== newest; next = own.get(newest))
    newest = next;
  return newest;
}
