import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";

/** A text key that sorts between two neighbours, so that a move writes one row. */
export function between(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after);
}

export function manyAfter(before: string | null, count: number): string[] {
  return generateNKeysBetween(before, null, count);
}
