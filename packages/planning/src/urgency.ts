import { HEALTH_WORDS, type HealthWord } from "./health.ts";

/** What a list of projects knows of one of them. */
export interface AtAGlance {
  readonly name: string;
  readonly word: HealthWord;
  readonly paused: boolean;
  /** Days without a review, where that is too long. */
  readonly silentDays: number | null;
  readonly reviewMissed: boolean;
  readonly decisionsWaiting: number;
  readonly overdue: number;
  readonly blocked: number;
  /** Nothing could be counted of it. */
  readonly failed: boolean;
}

/** One project as a portfolio lists it. */
interface Listed extends Omit<AtAGlance, "word" | "paused" | "reviewMissed" | "overdue" | "blocked"> {
  readonly health: { readonly word: HealthWord };
  readonly pausedAt: string | null;
  readonly warnings: { readonly strongest: readonly { readonly code: string }[] };
  readonly counters: { readonly overdue: number; readonly blocked: number };
}

/** What says which project comes first, out of a row of the portfolio; the same on the page and on paper. */
export function glanceOf(project: Listed): AtAGlance {
  const { name, health, pausedAt, silentDays, warnings, decisionsWaiting, counters, failed } = project;
  return {
    name,
    word: health.word,
    paused: pausedAt !== null,
    silentDays,
    reviewMissed: warnings.strongest.some(({ code }) => code === "review_missed"),
    decisionsWaiting,
    overdue: counters.overdue,
    blocked: counters.blocked,
    failed,
  };
}

/**
 * In which order do projects want somebody? Worst word first; what nobody has reviewed stands above what is at risk, and above others of
 * its word; then those with the most overdue, then by name. For `sort`.
 * @example byUrgency({ ...fine, silentDays: 19 }, { ...fine, word: "at_risk" }) // negative: the silent one comes first
 */
export function byUrgency(one: AtAGlance, other: AtAGlance): number {
  return (
    rank(one) - rank(other) ||
    Number(one.silentDays === null) - Number(other.silentDays === null) ||
    other.overdue - one.overdue ||
    (one.name < other.name ? -1 : one.name > other.name ? 1 : 0)
  );
}

/**
 * Should somebody look at this project today? What is paused rests, whatever its dates say.
 * @example needsSomebody({ ...fine, decisionsWaiting: 1 }) // true
 */
export function needsSomebody(project: AtAGlance): boolean {
  if (project.paused) return false;
  return (
    project.failed ||
    project.silentDays !== null ||
    project.reviewMissed ||
    HEALTH_WORDS.indexOf(project.word) <= HEALTH_WORDS.indexOf("waiting_for_client") ||
    project.decisionsWaiting > 0 ||
    project.overdue > 0 ||
    project.blocked > 0
  );
}

function rank({ word, silentDays, failed }: AtAGlance): number {
  const own = HEALTH_WORDS.indexOf(word);
  if (failed) return -1;
  return silentDays === null ? own : Math.min(own, HEALTH_WORDS.indexOf("at_risk") - 0.5);
}
