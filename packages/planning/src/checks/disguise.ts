import { ACTIVITY_VERBS, RESULT_WORDS } from "./activity-words.ts";
import { ask, type CheckContext, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";
import { vaguenessOf } from "./wording.ts";

const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * Does this title name work instead of a moment? It begins or ends with a verb of doing and has no word of result; what L1 calls
 * vague is left to it.
 * @example isActivity("Write the texts") // true
 * @example isActivity("Texts approved") // false
 */
function isActivity(title: string): boolean {
  const words = title.toLowerCase().match(WORDS) ?? [];
  if (words.length < 2 || vaguenessOf(title) !== null || words.some((word) => RESULT_WORDS.has(word)))
    return false;
  return [words[0], words.at(-1)].some((word) => word !== undefined && ACTIVITY_VERBS.has(word));
}

/** L19: a milestone that is a piece of work in disguise. */
export function disguisedTasks({ open }: CheckContext): Finding[] {
  return open
    .filter(({ title }) => isActivity(title))
    .map(({ id, title }) => {
      const subject: Subject = { kind: "milestone", id };
      const why = `“${title}” is work that takes time, not a moment that is reached.`;
      return found("L19", "info", subject, why, {
        fix: ask(subject, "title", "What will be true when this work is done?"),
      });
    });
}
