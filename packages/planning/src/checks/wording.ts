import type { PlanObjective } from "../plan.ts";
import { ask, type CheckContext, found } from "./check-context.ts";
import type { Finding } from "./finding.ts";
import { EMPTY_WORDS, ENDLESS_VERBS, SMALL_WORDS } from "./vague-words.ts";

export type Vagueness =
  | { readonly kind: "empty_word" | "endless_verb"; readonly word: string }
  | { readonly kind: "no_object" };

const WORDS = /[\p{L}\p{N}]+/gu;

/**
 * What makes a title vague, `null` when nothing does. A title with a number in it is taken at its word about how much; one of a
 * single short word has no object (a long one is most likely a German compound, which has).
 * @example vaguenessOf("Improve site") // { kind: "endless_verb", word: "improve" }
 * @example vaguenessOf("Design approved") // null
 */
export function vaguenessOf(title: string): Vagueness | null {
  const words = title.toLowerCase().match(WORDS) ?? [];
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

/**
 * {@link vaguenessOf} an objective. A number to reach says what a verb without an end, or a bare "More orders", leaves open: how much
 * of what will be there. It cannot help words that name nothing.
 * @example objectiveVagueness({ statement: "More orders", measure: { name: "orders", target: 150, ... } }) // null
 */
export function objectiveVagueness({
  statement,
  measure,
}: Pick<PlanObjective, "statement" | "measure">): Vagueness | null {
  const vagueness = vaguenessOf(statement);
  if (vagueness?.kind === "empty_word") return vagueness;
  const named =
    statement
      .toLowerCase()
      .match(WORDS)
      ?.some((word) => !SMALL_WORDS.has(word)) ?? false;
  return named && isMeasured(measure) ? null : vagueness;
}

/** Does the measure name a number and the value to reach? */
export function isMeasured(measure: PlanObjective["measure"]): boolean {
  return measure !== null && measure.name.trim() !== "" && measure.target !== null;
}

/** L1: a title or goal that does not say what will be there. */
export function vagueTitles({ plan, open }: CheckContext): Finding[] {
  const milestones = open.flatMap(({ id, title }) =>
    vagueTitle({ kind: "milestone", id }, "title", title, vaguenessOf(title)),
  );
  const objectives = plan.objectives.flatMap((objective) =>
    vagueTitle(
      { kind: "objective", id: objective.id },
      "statement",
      objective.statement,
      objectiveVagueness(objective),
    ),
  );
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
