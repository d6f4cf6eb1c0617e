import type { PlanObjective } from "../plan.ts";
import { isMeasured, objectiveVagueness } from "./wording.ts";

export type SmartWord = "specific" | "measurable" | "achievable" | "relevant" | "time_bound";

export interface SmartLight {
  readonly word: SmartWord;
  /** `null`: it cannot be said yet, because no forecast exists. */
  readonly lit: boolean | null;
  /** One concrete question while it is not lit. */
  readonly question: string | null;
}

/**
 * Is this objective specific, measurable, achievable, relevant and time-bound? Five words in this order, each unlit one with a question
 * that would light it; advice, never a wall. Achievable lights only when a forecast says so, so without one it is unknown.
 *
 * Source: G. T. Doran, "There's a S.M.A.R.T. way to write management's goals and objectives", 1981.
 * @param achievable what the forecast says: every milestone that serves it is safe by its target and nobody is overbooked
 * @example smartHelp({ ...objective, targetOn: null })[4]
 * // { word: "time_bound", lit: false, question: "By which day should it be true?" }
 */
export function smartHelp(
  { statement, measure, ourReason, clientReason, targetOn }: Omit<PlanObjective, "id">,
  achievable: boolean | null = null,
): readonly SmartLight[] {
  const specific = objectiveVagueness({ statement, measure }) === null;
  const reasoned = ourReason.trim() !== "" || clientReason.trim() !== "";
  return [
    light("specific", specific, "What exactly will be different, and for whom?"),
    light("measurable", isMeasured(measure) && measure?.baseline !== null, measureQuestion(measure)),
    light("achievable", achievable, achievableQuestion(achievable)),
    light("relevant", reasoned, "Why does it matter, to the client and to you?"),
    light("time_bound", targetOn !== null, "By which day should it be true?"),
  ];
}

function light(word: SmartWord, lit: boolean | null, question: string): SmartLight {
  return { word, lit, question: lit === true ? null : question };
}

function measureQuestion(measure: PlanObjective["measure"]): string {
  if (measure === null || measure.name.trim() === "") return "Which number will show that it came true?";
  if (measure.target === null) return `Which value should “${measure.name}” reach?`;
  return `Where does “${measure.name}” stand today?`;
}

function achievableQuestion(achievable: boolean | null): string {
  return achievable === null
    ? "Which estimates are missing, so that a forecast can say whether the dates hold?"
    : "Which date can move, what can be cut, or who can be added?";
}
