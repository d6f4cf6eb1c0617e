import { createRandom, type Random } from "../random.ts";

const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * The random numbers of one card, risk, person or client: decided by the seed and its name alone, so that a change elsewhere in the plan
 * leaves them as they are (common random numbers) and their order does not matter.
 *
 * Source of the hash: FNV-1a, G. Fowler, L. C. Noll and K.-P. Vo.
 */
export function streamOf(seed: number, kind: string, id: string): Random {
  let hash = FNV_OFFSET;
  const name = `${kind}:${id}`;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), FNV_PRIME);
  return createRandom(hash ^ Math.imul(seed | 0, 0x9e3779b1));
}
