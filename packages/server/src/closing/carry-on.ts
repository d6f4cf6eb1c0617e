import type { Scope } from "../access/scope.ts";
import { visibleCard } from "../board/card-access.store.ts";
import { archiveCard } from "../board/card-fields.ts";
import { findPlace } from "../board/card-place.store.ts";
import { createCard } from "../board/cards.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { findAction, lockLaterCard, setActionCard, takeAction, worksOn } from "./retrospective.store.ts";
import { tell } from "./retrospective.ts";
import { CARRIED } from "./retrospective.view.ts";

export interface WhatGoesOn {
  actionIds: readonly string[];
  cardIds: readonly string[];
}

/** Actions become cards of the next project, and cards of the Later list move on to its Later list; each once. */
export async function carryOn(
  scope: Scope,
  from: ProjectAccess,
  to: ProjectAccess,
  { actionIds, cardIds }: WhatGoesOn,
): Promise<{ cards: string[]; fields: (typeof CARRIED)[number][] }> {
  if (from.id === to.id) throw refused("same-project", "Choose another project: this one is over.");
  const cards: string[] = [];
  for (const id of actionIds) cards.push(await carryAction(scope, from, to, id));
  for (const id of cardIds) cards.push(await carryCard(scope, from, to, id));
  await tell(scope, from, "carriedOn", { to: to.id, cards });
  return { cards, fields: [...CARRIED] };
}

async function carryAction(
  scope: Scope,
  from: ProjectAccess,
  to: ProjectAccess,
  id: string,
): Promise<string> {
  const taken = await takeAction(scope, from.id, id, to.id);
  if (!taken) {
    if ((await findAction(scope, id))?.projectId !== from.id) throw notFound();
    throw conflict("carried-on", "One of these actions was carried on already.", { actionId: id });
  }
  const { title, ownerId, dueOn } = taken;
  const people = ownerId !== null && (await worksOn(scope, to.id, ownerId)) ? [ownerId] : [];
  const card = await createCard(scope, to.id, { title, dueOn, people }, await findPlace(scope, to.id, {}));
  await setActionCard(scope, id, card.id);
  return card.id;
}

/** What is not carried stays with the card, in the archive of the project that is over. */
async function carryCard(scope: Scope, from: ProjectAccess, to: ProjectAccess, id: string): Promise<string> {
  const card = await lockLaterCard(scope, from.id, id);
  if (!card)
    throw conflict("not-later", "One of these cards is not in the Later list any more.", { cardId: id });
  const { title, body, priority, low, likely, high } = card;
  const place = await findPlace(scope, to.id, { later: true });
  const made = await createCard(scope, to.id, { title, body, priority, low, likely, high }, place);
  await archiveCard(scope, (await visibleCard(scope, id)).card);
  return made.id;
}
