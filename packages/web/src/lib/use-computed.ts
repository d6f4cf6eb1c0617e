import { useEffect, useState } from "react";
import { beside } from "./beside.ts";
import type { Answers, Computation, Question } from "./computations.ts";

export interface Computed<Answer> {
  /** That of before stays until the next one is there. */
  answer: Answer | null;
  /** The answer is the one to what is asked now. */
  isCurrent: boolean;
  hasFailed: boolean;
}

/** What planning says to it, worked out beside the page; the question has to be the same object until another one is asked. */
export function useComputed<Name extends Computation>(
  question: Question<Name> | null,
): Computed<Answers[Name]> {
  const [told, setTold] = useState<{ question: Question<Name>; answer: Answers[Name] | null } | null>(null);
  useEffect(() => {
    if (!question) return;
    const left = new AbortController();
    beside.compute(question, left.signal).then(
      (answer) => setTold({ question, answer }),
      () => (left.signal.aborted ? undefined : setTold({ question, answer: null })),
    );
    return () => left.abort();
  }, [question]);
  const isCurrent = told !== null && told.question === question;
  return { answer: told?.answer ?? null, isCurrent, hasFailed: isCurrent && told.answer === null };
}
