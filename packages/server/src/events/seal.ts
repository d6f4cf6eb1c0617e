import { canonicalJson } from "../kit/canonical-json.ts";
import { sha256 } from "../kit/secret.ts";

/** What a seal covers: ids and facts, never a name or a mail address, so that a person can be erased later. */
export interface EventFacts {
  id: string;
  verb: string;
  subjectKind: string;
  subjectId: string;
  projectId: string | null;
  audience: string;
  actorId: string | null;
  at: string;
  data: unknown;
}

export interface Seal {
  workspaceId: string;
  chain: string;
  n: number;
  eventId: string;
  contentHash: string;
  prev: string;
  hash: string;
}

/** What comes before the first seal of a chain. */
export const NOTHING = "0".repeat(64);

export function contentHash({
  id,
  verb,
  subjectKind,
  subjectId,
  projectId,
  audience,
  actorId,
  at,
  data,
}: EventFacts): string {
  return sha256(canonicalJson({ id, verb, subjectKind, subjectId, projectId, audience, actorId, at, data }));
}

export function sealHash(seal: Omit<Seal, "hash">): string {
  const { workspaceId, chain, n, eventId, contentHash: content, prev } = seal;
  return sha256(canonicalJson({ workspaceId, chain, n, eventId, content, prev }));
}

/** One chain per project, and one per workspace for the rest. */
export function chainOf(workspaceId: string, projectId: string | null): string {
  return projectId ?? workspaceId;
}

/** The next link of a chain. */
export function seal(
  workspaceId: string,
  event: EventFacts,
  last: Pick<Seal, "n" | "hash"> | undefined,
): Seal {
  const open = {
    workspaceId,
    chain: chainOf(workspaceId, event.projectId),
    n: (last?.n ?? 0) + 1,
    eventId: event.id,
    contentHash: contentHash(event),
    prev: last?.hash ?? NOTHING,
  };
  return { ...open, hash: sealHash(open) };
}
