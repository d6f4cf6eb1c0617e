import { ask, type CheckContext, found } from "./check-context.ts";
import type { Finding } from "./finding.ts";
import { EMPTY_WORDS, ENDLESS_VERBS, SMALL_WORDS } from "./vague-words.ts";

export type Vagueness =
  | { readonly kind: "empty_word" | "endless_verb"; readonly word: string }
  | { readonly kind: "no_object" };

/**
 * What makes a title vague, `null` when nothing does. A title with a number in it is taken at its word about how much; one of a
 * single short word has no object (a long one is most likely a German compound, which has).
 * @example vaguenessOf("Improve site") // { kind: "endless_verb", word: "improve" }
 * @example vaguenessOf("Design approved") // null
 */
export function vaguenessOf(title: string): Vagueness | null {
  const words = title.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const empty = words.find((word) => EMPTY_WORDS.has(word));
  if (empty !== undefined) return { kind: "empty_word", word: empty };
  if (words.some((word) => /\p{N}/u.test(word))) return null;
  const heavy = words.filter((word) => !SMALL_WORDS.has(word));
  const verb = [heavy[0], heavy.at(-1)].find((word) => word !== undefined && ENDLESS_VERBS.has(word));
  if (verb !== undefined) return { kind: "endless_verb", word: verb };
  return heavy.length === 0 || (heavy.length === 1 && (heavy[0] ?? "").length <= 12)
    ? { kind: "no_object" }
    : null;
}

/** L1: a title or goal that does not say what will be there. A measured objective may grow something: the number says how much. */
export function vagueTitles({ plan, open }: CheckContext): Finding[] {
  const milestones = open.flatMap(({ id, title }) =>
    vagueTitle({ kind: "milestone", id }, "title", title, vaguenessOf(title)),
  );
  const objectives = plan.objectives.flatMap(({ id, statement, measure }) => {
    const vagueness = vaguenessOf(statement);
    const measured = measure !== null && measure.target !== null && vagueness?.kind === "endless_verb";
    return vagueTitle({ kind: "objective", id }, "statement", statement, measured ? null : vagueness);
  });
  return [...milestones, ...objectives];
}

function vagueTitle(
  subject: Finding["subject"],
  field: string,
  title: string,
  vagueness: Vagueness | null,
): Finding[] {
  if (vagueness === null) return [];
  const question = "What will be there, or be true, when it is reached?";
  return [
    found("L1", "warn", subject, `“${title}” ${reasonFor(vagueness)}`, {
      fix: ask(subject, field, question),
    }),
  ];
}

function reasonFor(vagueness: Vagueness): string {
  switch (vagueness.kind) {
    case "empty_word":
      return `can mean anything: “${vagueness.word}” names nothing.`;
    case "endless_verb":
      return `has no end: nobody can tell when “${vagueness.word}” is done.`;
    case "no_object":
      return "does not say what will be there when it is reached.";
  }
}
