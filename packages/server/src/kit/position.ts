import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { notFound } from "./errors.ts";

/** A text key that sorts between two neighbours, so that a move writes one row. */
export function between(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after);
}

export function manyAfter(before: string | null, count: number): string[] {
  return generateNKeysBetween(before, null, count);
}

/** The place behind one of a list's things, first for `null`, last when nothing is said. */
export function placeAfter(
  places: readonly { id: string; position: string }[],
  moved: string,
  after: string | null | undefined,
): string {
  const others = places.filter(({ id }) => id !== moved);
  if (after === undefined) return between(others.at(-1)?.position ?? null, null);
  const at = after === null ? -1 : others.findIndex(({ id }) => id === after);
  if (after !== null && at < 0) throw notFound();
  return between(others[at]?.position ?? null, others[at + 1]?.position ?? null);
}
