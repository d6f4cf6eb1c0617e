import { shortRef } from "./review-words.ts";
import type { Review, ReviewLine } from "./reviews.api.ts";

/** Where in the review somebody is: the objectives first, then one milestone at a time, the end last. */
export type Step = { kind: "objectives" } | { kind: "line"; line: ReviewLine } | { kind: "close" };

export interface ReviewSearch {
  /** "objectives", "m3" or "close". */
  at?: string;
}

export function readReviewSearch({ at }: Record<string, unknown>): ReviewSearch {
  return typeof at === "string" && /^(objectives|close|m\d{1,6})$/i.test(at) ? { at: at.toLowerCase() } : {};
}

export function stepsOf({ objectives, lines }: Review): Step[] {
  return [
    ...(objectives.length > 0 ? [{ kind: "objectives" as const }] : []),
    ...lines.map((line) => ({ kind: "line" as const, line })),
    { kind: "close" as const },
  ];
}

export function nameOfStep(step: Step): string {
  return step.kind === "line" ? shortRef(step.line).toLowerCase() : step.kind;
}

/** Which step is shown: the leader's for who follows, else the one of the address, else where the review stopped. */
export function stepAt(
  steps: readonly Step[],
  wanted: { at?: string | undefined; placeId: string | null; follows: boolean },
): number {
  const place = steps.findIndex((step) => step.kind === "line" && step.line.milestoneId === wanted.placeId);
  const own = steps.findIndex((step) => nameOfStep(step) === wanted.at);
  const found = wanted.follows ? [place, own] : [own, place];
  return found.find((index) => index >= 0) ?? 0;
}
