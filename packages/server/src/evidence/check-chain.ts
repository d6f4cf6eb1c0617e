import { bodyHash, contentHash, linkHash, NOTHING, plainLinkHash } from "../events/seal.ts";
import type { PartFault } from "./check-record.ts";
import type { HeadLine, LinkLine } from "./record-entries.ts";

/** The first link that does not follow from the one before it, down to the head. */
export function chainFault(
  links: readonly (LinkLine & { offset: number })[],
  head: HeadLine & { offset: number },
): PartFault | null {
  let prev = NOTHING;
  for (const [at, link] of links.entries()) {
    const { record, offset, n, hash } = link;
    const place = { record: `event ${at + 1} of the chain`, offset, field: null };
    if (n !== at + 1 || record !== place.record)
      return { ...place, why: "A record before this one is missing, or this one stands in its place." };
    if (hashOf(link, prev, head) !== hash)
      return { ...place, why: "Its seal does not follow from what it says and from the record before it." };
    prev = hash;
  }
  if (head.n !== links.length || head.hash !== prev)
    return { record: "head", offset: head.offset, field: "hash", why: "The chain does not lead to it." };
  return null;
}

function hashOf(link: LinkLine, prev: string, head: HeadLine): string {
  const { workspaceId, projectId: chain, approvalId } = head;
  const { n } = link;
  if ("body" in link) return linkHash({ n, prev, body: link.body });
  const eventId = "event" in link ? link.event.id : link.eventId;
  const content = "event" in link ? contentHash(link.event) : link.contentHash;
  const sealed = { workspaceId, chain, n, eventId, contentHash: content, prev };
  if (!("covers" in link)) return plainLinkHash(sealed);
  return linkHash({ n, prev, body: bodyHash({ ...sealed, approvalId, covers: link.covers }) });
}
