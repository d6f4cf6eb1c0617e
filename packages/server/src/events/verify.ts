import type { Database } from "../db/database.ts";
import { approvalOf, bodyHash, chainOf, contentHash, NOTHING, type Seal, sealHash } from "./seal.ts";
import { countUnsealed, type SealedEvent, sealsAfter } from "./seals.store.ts";

export interface Fault {
  workspaceId: string;
  chain: string;
  /** Number of the first record in this chain that is not what it was. */
  n: number;
  eventId: string;
  why: string;
}

export interface Verified {
  chains: number;
  events: number;
  /** Written in the last second, or never sealed: not covered by any chain yet. */
  unsealed: number;
  /** The first altered record of each chain that is not whole. */
  faults: Fault[];
}

const PAGE = 1_000;

/** Recomputes every chain from its first link; memory does not grow with the history. */
export async function verify(database: Database): Promise<Verified> {
  const result: Verified = {
    chains: 0,
    events: 0,
    unsealed: await countUnsealed(database.maintenance),
    faults: [],
  };
  let last: Seal | null = null;
  let broken = false;
  for (;;) {
    const page: SealedEvent[] = await sealsAfter(database.maintenance, last, PAGE);
    for (const sealed of page) {
      const first: boolean = last?.workspaceId !== sealed.workspaceId || last.chain !== sealed.chain;
      if (first) {
        result.chains++;
        broken = false;
      }
      result.events++;
      const why = broken ? null : fault(sealed, first ? null : last);
      if (why) {
        const { workspaceId, chain, n, eventId } = sealed;
        result.faults.push({ workspaceId, chain, n, eventId, why });
        broken = true;
      }
      last = sealed;
    }
    if (page.length < PAGE) return result;
  }
}

function fault(sealed: SealedEvent, before: Seal | null): string | null {
  const { event } = sealed;
  if (sealed.n !== (before?.n ?? 0) + 1) return "A record before this one is missing.";
  if (!event) return "The event that was sealed is missing.";
  if (contentHash(event) !== sealed.contentHash) return "The event is not what was sealed.";
  if (chainOf(sealed.workspaceId, event.projectId) !== sealed.chain)
    return "The event belongs to another chain.";
  if (sealed.body !== null && approvalOf(event) !== sealed.approvalId)
    return "The event tells of another approval.";
  if (sealed.prev !== (before?.hash ?? NOTHING)) return "The seal does not follow the one before it.";
  if (sealed.body !== null && bodyHash(sealed) !== sealed.body) return "The seal itself was altered.";
  return sealHash(sealed) === sealed.hash ? null : "The seal itself was altered.";
}
