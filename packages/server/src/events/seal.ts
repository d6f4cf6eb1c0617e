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
  approvalId: string | null;
  covers: unknown;
  /** All that this seal says in one hash; null in seals that are older than it. */
  body: string | null;
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

type Sealed = Omit<Seal, "hash" | "body">;

export function bodyHash({ workspaceId, chain, eventId, contentHash: content, ...of }: Sealed): string {
  const { approvalId, covers } = of;
  const rows = covers === null ? null : sha256(canonicalJson(covers));
  return sha256(canonicalJson({ workspaceId, chain, eventId, content, approvalId, rows }));
}

/** The next link can be made by whoever knows the body alone. */
export function linkHash({ n, body, prev }: Pick<Seal, "n" | "prev"> & { body: string }): string {
  return sha256(canonicalJson({ n, body, prev }));
}

/** How a link was made before seals had a body. */
export function plainLinkHash(
  seal: Pick<Seal, "workspaceId" | "chain" | "n" | "eventId" | "contentHash" | "prev">,
): string {
  const { workspaceId, chain, n, eventId, contentHash: content, prev } = seal;
  return sha256(canonicalJson({ workspaceId, chain, n, eventId, content, prev }));
}

export function sealHash(seal: Omit<Seal, "hash">): string {
  return seal.body === null ? plainLinkHash(seal) : linkHash({ ...seal, body: bodyHash(seal) });
}

/** One chain per project, and one per workspace for the rest. */
export function chainOf(workspaceId: string, projectId: string | null): string {
  return projectId ?? workspaceId;
}

/** The approval that an event tells of. */
export function approvalOf({
  subjectKind,
  subjectId,
}: Pick<EventFacts, "subjectKind" | "subjectId">): string | null {
  return subjectKind === "approval" ? subjectId : null;
}

/** The next link of a chain. */
export function seal(
  workspaceId: string,
  event: EventFacts,
  { last, covers }: { last: Pick<Seal, "n" | "hash"> | undefined; covers: unknown },
): Seal {
  const open = {
    workspaceId,
    chain: chainOf(workspaceId, event.projectId),
    n: (last?.n ?? 0) + 1,
    eventId: event.id,
    contentHash: contentHash(event),
    approvalId: approvalOf(event),
    covers,
    prev: last?.hash ?? NOTHING,
  };
  const body = bodyHash(open);
  return { ...open, body, hash: linkHash({ ...open, body }) };
}
