import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { type Spot, spotIn } from "../kit/position.ts";
import type { CardRow } from "./card-access.store.ts";
import { lastChange } from "./card-moves.store.ts";
import {
  doersAmong,
  findItem,
  type ItemRow,
  insertItems,
  listItems,
  planItem,
  tickItem,
  updateItem,
} from "./checklist.store.ts";

const MANY = 500;

interface Item {
  heading?: string | undefined;
  text: string;
  personId?: string | null | undefined;
  dueOn?: string | null | undefined;
}

/** One line or many, at one spot of the checklist. */
export async function addItems(
  scope: Scope,
  card: CardRow,
  wanted: readonly Item[],
  spot: Spot,
  because: object = {},
): Promise<ItemRow[]> {
  const before = await listItems(scope, card.id);
  refuseTooMany(before.length + wanted.length);
  const items = wanted.map(({ heading = "", text, personId = null, dueOn = null }) => {
    return { id: newId(), heading, text, personId, dueOn };
  });
  const people = items.flatMap(({ personId }) => personId ?? []);
  await needDoers(scope, card, people);
  const positions = await insertItems(scope, card.id, items, spotIn(before, spot));
  const ids = items.map(({ id }) => id);
  await tell(scope, card, "card.itemsAdded", {
    items: ids,
    ...(people.length > 0 ? { people } : {}),
    ...because,
  });
  return items.map((item, at) => ({
    ...item,
    cardId: card.id,
    position: positions[at] ?? "",
    doneAt: null,
    doneBy: null,
    madeCard: null,
    revision: 1,
  }));
}

export function refuseTooMany(count: number): void {
  if (count > MANY) throw refused("too-many-items", `A checklist has at most ${MANY} lines.`);
}

export async function tick(
  scope: Scope,
  card: CardRow,
  item: ItemRow,
  done: boolean,
  expected: boolean,
): Promise<ItemRow> {
  if (!(await tickItem(scope, item, done, expected))) throw await tickedMeanwhile(scope, item.id);
  if (done !== expected)
    await tell(scope, card, done ? "card.itemDone" : "card.itemReopened", { itemId: item.id });
  return { ...item, doneAt: done ? scope.now : null, doneBy: done ? scope.actor.personId : null };
}

async function tickedMeanwhile(scope: Scope, itemId: string) {
  const now = await findItem(scope, itemId);
  if (!now) return notFound();
  const last = await lastChange(scope, now.cardId, ["card.itemDone", "card.itemReopened"]);
  return conflict("item-ticked", `${last.by ?? "Somebody"} ticked this meanwhile.`, {
    ...last,
    done: now.doneAt !== null,
  });
}

export async function changeItem(
  scope: Scope,
  card: CardRow,
  item: ItemRow,
  revision: number,
  change: { heading?: string | undefined; text?: string | undefined },
): Promise<ItemRow> {
  if (asksNothing(change)) return item;
  if (!(await updateItem(scope, item, change, revision))) throw stale(await findItem(scope, item.id));
  const { heading, text } = item;
  await tell(scope, card, "card.itemChanged", { itemId: item.id, before: { heading, text }, after: change });
  return (await findItem(scope, item.id)) ?? item;
}

export async function moveItem(
  scope: Scope,
  card: CardRow,
  item: ItemRow,
  wanted: Spot & { heading?: string | undefined },
): Promise<ItemRow> {
  const others = (await listItems(scope, card.id)).filter(({ id }) => id !== item.id);
  const change = { position: spotIn(others, wanted), heading: wanted.heading ?? item.heading };
  await updateItem(scope, item, change, null);
  await tell(scope, card, "card.itemMoved", { itemId: item.id });
  return { ...item, ...change };
}

export async function assignItem(
  scope: Scope,
  card: CardRow,
  item: ItemRow,
  personId: string | null,
  expected: string | null,
): Promise<ItemRow> {
  if (personId !== null) await needDoers(scope, card, [personId]);
  if (!(await planItem(scope, item, "personId", personId, expected)))
    throw await plannedMeanwhile(scope, item.id, "card.itemAssigned");
  if (personId !== expected)
    await tell(scope, card, "card.itemAssigned", {
      itemId: item.id,
      before: expected,
      after: personId,
      people: personId === null ? [] : [personId],
    });
  return { ...item, personId };
}

export async function dateItem(
  scope: Scope,
  card: CardRow,
  item: ItemRow,
  dueOn: string | null,
  expected: string | null,
): Promise<ItemRow> {
  if (!(await planItem(scope, item, "dueOn", dueOn, expected)))
    throw await plannedMeanwhile(scope, item.id, "card.itemDated");
  if (dueOn !== expected)
    await tell(scope, card, "card.itemDated", { itemId: item.id, before: expected, after: dueOn });
  return { ...item, dueOn };
}

/** A guest sees the cards they are on, so they can do a line of those alone. */
async function needDoers(scope: Scope, card: CardRow, people: readonly string[]): Promise<void> {
  if (people.length === 0) return;
  const able = await doersAmong(scope, card, people);
  if (people.some((id) => !able.has(id)))
    throw refused(
      "cannot-do-item",
      "Only people of this project can do a line, and guests only on cards they are on.",
    );
}

async function plannedMeanwhile(scope: Scope, itemId: string, verb: `card.${string}`) {
  const now = await findItem(scope, itemId);
  if (!now) return notFound();
  const last = await lastChange(scope, now.cardId, [verb]);
  const { personId, dueOn } = now;
  return conflict("item-changed", `${last.by ?? "Somebody"} changed this line meanwhile.`, {
    ...last,
    personId,
    dueOn,
  });
}

async function tell(scope: Scope, card: CardRow, verb: `card.${string}`, data: object): Promise<void> {
  await record(scope, {
    verb,
    subject: { kind: "card", id: card.id },
    projectId: card.projectId,
    data: { ...data },
  });
}
