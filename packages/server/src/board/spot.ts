import { notFound } from "../kit/errors.ts";
import { between } from "../kit/position.ts";

/** Next to which one; neither means at the end. */
export interface Spot {
  before?: string | undefined;
  after?: string | undefined;
}

/** The key of a spot in a short list that is in order; 404 for a neighbour that is not in it. */
export function spotIn(list: readonly { id: string; position: string }[], { before, after }: Spot): string {
  const neighbour = before ?? after;
  if (!neighbour) return between(list.at(-1)?.position ?? null, null);
  const at = list.findIndex(({ id }) => id === neighbour);
  if (at < 0) throw notFound();
  const upper = before ? at : at + 1;
  return between(list[upper - 1]?.position ?? null, list[upper]?.position ?? null);
}
