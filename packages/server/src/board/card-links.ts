import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import type { CardRow } from "./card-access.store.ts";
import { deleteLink, insertLink, type LinkRow } from "./card-links.store.ts";

const MANY = 50;

export async function addLink(
  scope: Scope,
  card: CardRow,
  wanted: { title: string; url: string },
): Promise<LinkRow> {
  const link = { id: newId(), title: wanted.title || new URL(wanted.url).hostname, url: wanted.url };
  if (!(await insertLink(scope, card.id, link, MANY)))
    throw refused("too-many-links", `A card has at most ${MANY} links.`);
  await tell(scope, card, "card.linkAdded", { ...link });
  return link;
}

export async function removeLink(scope: Scope, card: CardRow, linkId: string): Promise<void> {
  const gone = await deleteLink(scope, card.id, linkId);
  if (!gone) throw notFound();
  await tell(scope, card, "card.linkRemoved", { ...gone });
}

async function tell(
  scope: Scope,
  card: CardRow,
  verb: `card.${string}`,
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "card", id: card.id }, projectId: card.projectId, data });
}
