import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import { notFound } from "./errors.ts";

/** A text key that sorts between two neighbours, so that a move writes one row. */
export function between(before: string | null, after: string | null): string {
  return generateKeyBetween(before, after);
}

export function manyAfter(before: string | null, count: number): string[] {
  return generateNKeysBetween(before, null, count);
}

interface Placed {
  id: string;
  position: string;
}

/** The place behind one of a list's things, first for `null`, last when nothing is said. */
export function placeAfter(
  places: readonly Placed[],
  moved: string,
  after: string | null | undefined,
): string {
  const others = places.filter(({ id }) => id !== moved);
  if (after === undefined) return between(others.at(-1)?.position ?? null, null);
  const at = after === null ? -1 : others.findIndex(({ id }) => id === after);
  if (after !== null && at < 0) throw notFound();
  return between(others[at]?.position ?? null, others[at + 1]?.position ?? null);
}

/** Next to which one; neither means at the end. */
export interface Spot {
  before?: string | undefined;
  after?: string | undefined;
}

/** The key of a spot in a short list that is in order; 404 for a neighbour that is not in it. */
export function spotIn(list: readonly Placed[], { before, after }: Spot): string {
  const neighbour = before ?? after;
  if (!neighbour) return between(list.at(-1)?.position ?? null, null);
  const at = list.findIndex(({ id }) => id === neighbour);
  if (at < 0) throw notFound();
  const upper = before ? at : at + 1;
  return between(list[upper - 1]?.position ?? null, list[upper]?.position ?? null);
}
