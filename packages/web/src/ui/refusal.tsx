import { inWords } from "../lib/problem.ts";
import { ProblemNotice } from "./problem-notice.tsx";

/** What was refused, above the form that keeps its text; nothing while there is no problem. */
export function Refusal({ problem }: { problem: unknown }) {
  if (!problem) return null;
  const { title, message } = inWords(problem);
  return <ProblemNotice title={title}>{message}</ProblemNotice>;
}
