import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound } from "../kit/errors.ts";
import { type CardRow, visibleCard } from "./card-access.store.ts";
import { isClosed } from "./card-milestone.ts";
import { findPlace } from "./card-place.store.ts";
import { addCard, trashCard } from "./cards.ts";
import { doersAmong, findItem, type ItemRow, setMadeCard } from "./checklist.store.ts";

interface Made {
  card: CardRow;
  item: ItemRow;
}

/** The line turns out to be work of its own: a card below the one it stood on, for the same milestone; the line leads there. */
export async function makeCard(scope: Scope, parent: CardRow, item: ItemRow): Promise<Made> {
  const { columnId, place, projectId, milestoneId, milestoneState } = parent;
  const wanted = { columnId: columnId ?? undefined, later: place === "later", after: parent.id };
  // Whoever has left the project meanwhile is not taken along.
  const people = item.personId === null ? [] : [...(await doersAmong(scope, parent, [item.personId]))];
  const card = await addCard(
    scope,
    projectId,
    {
      title: item.text.slice(0, LONGEST),
      body: item.text.length > LONGEST ? item.text : "",
      milestoneId: isClosed(milestoneState) ? null : milestoneId,
      people,
      dueOn: item.dueOn,
    },
    await findPlace(scope, projectId, wanted),
  );
  if (!(await setMadeCard(scope, item, card.id)))
    throw conflict("item-ticked", "This line was ticked meanwhile.", { itemId: item.id });
  await tell(scope, parent, "card.itemMadeCard", item.id, card.id);
  return { card, item: await current(scope, item.id) };
}

/** The way back: the card goes to the trash, and the line is as it was. */
export async function unmakeCard(scope: Scope, parent: CardRow, item: ItemRow): Promise<ItemRow> {
  if (!item.madeCard) throw notFound();
  const { card } = await visibleCard(scope, item.madeCard.id);
  await trashCard(scope, card);
  if (!(await setMadeCard(scope, item, null)))
    throw conflict("item-ticked", "This line was opened again meanwhile.", { itemId: item.id });
  await tell(scope, parent, "card.itemUnmadeCard", item.id, card.id);
  return current(scope, item.id);
}

const LONGEST = 240;

async function current(scope: Scope, itemId: string): Promise<ItemRow> {
  const found = await findItem(scope, itemId);
  if (!found) throw notFound();
  return found;
}

async function tell(
  scope: Scope,
  { id, projectId }: CardRow,
  verb: `card.${string}`,
  itemId: string,
  cardId: string,
): Promise<void> {
  await record(scope, { verb, subject: { kind: "card", id }, projectId, data: { itemId, cardId } });
}
