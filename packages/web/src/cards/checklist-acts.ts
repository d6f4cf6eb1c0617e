import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { type CardDetail, cardQuery, patchBoard } from "../lib/board-query.ts";
import { takeIn } from "../lib/card-writes.ts";
import { offerUndo } from "../lib/undo.tsx";

import type { PlannedLine } from "./checklist-words.ts";

export type Item = CardDetail["checklist"][number];

/** Shows a changed checklist at once, on the card and its counts on the board. */
function show(client: QueryClient, card: CardDetail, change: (items: Item[]) => Item[]): void {
  const key = cardQuery(card.projectId, card.id).queryKey;
  const now = client.getQueryData(key) ?? card;
  const checklist = change(now.checklist);
  const counts = { items: checklist.length, itemsDone: checklist.filter(({ done }) => done).length };
  const next = { ...now, ...counts, checklist };
  client.setQueryData(key, next);
  if (next.place === "board" && !next.archivedAt) patchBoard(client, card.projectId, card.id, next);
}

export function refreshCard(client: QueryClient, { projectId, id }: CardDetail): Promise<void> {
  return client.invalidateQueries({ queryKey: cardQuery(projectId, id).queryKey });
}

/** Ticks or unticks over what was seen; somebody else's tick meanwhile is a refusal with their name. */
export async function tick(client: QueryClient, card: CardDetail, item: Item): Promise<void> {
  const put = (done: boolean) =>
    answer(
      api.POST("/api/v1/items/{itemId}/tick", {
        params: { path: { itemId: item.id } },
        body: { done, expected: !done },
      }),
    );
  show(client, card, replace({ ...item, done: !item.done }));
  try {
    show(client, card, replace(await put(!item.done)));
  } catch (error) {
    show(client, card, replace(item));
    await refreshCard(client, card);
    throw error;
  }
}

export async function addItems(
  client: QueryClient,
  card: CardDetail,
  texts: PlannedLine[],
  heading: string,
): Promise<void> {
  const { items } = await answer(
    api.POST("/api/v1/cards/{cardId}/items", {
      params: { path: { cardId: card.id } },
      body: { texts, ...(heading ? { heading } : {}) },
    }),
  );
  show(client, card, (old) => [...old, ...items.filter(({ id }) => !old.some((each) => each.id === id))]);
}

export async function changeItem(
  client: QueryClient,
  card: CardDetail,
  item: Item,
  words: { text?: string; heading?: string },
): Promise<void> {
  const changed = await answer(
    api.PATCH("/api/v1/items/{itemId}", {
      params: { path: { itemId: item.id } },
      headers: ifMatch(item.revision),
      body: words,
    }),
  );
  show(client, card, (items) => items.map((each) => (each.id === item.id ? changed : each)));
}

/** The words, and who and when where those stand at their end. */
export async function reword(
  client: QueryClient,
  card: CardDetail,
  item: Item,
  { text, personId, dueOn }: PlannedLine,
): Promise<void> {
  if (text !== item.text) await changeItem(client, card, item, { text });
  if (personId !== null && personId !== item.personId) await assignItem(client, card, item, personId);
  if (dueOn !== null && dueOn !== item.dueOn) await dateItem(client, card, item, dueOn);
}

export async function moveItem(
  client: QueryClient,
  card: CardDetail,
  item: Item,
  to: { before: string } | { after: string },
): Promise<void> {
  await answer(
    api.POST("/api/v1/items/{itemId}/move", {
      params: { path: { itemId: item.id } },
      body: { ...to, heading: item.heading },
    }),
  );
  await refreshCard(client, card);
}

const replace = (next: Item) => (items: Item[]) => items.map((each) => (each.id === next.id ? next : each));

/** Somebody who does the line, or nobody. */
export async function assignItem(
  client: QueryClient,
  card: CardDetail,
  item: Item,
  personId: string | null,
): Promise<void> {
  const params = { path: { itemId: item.id } };
  const put = async (next: string | null, expected: string | null) =>
    show(
      client,
      card,
      replace(
        await answer(
          api.PUT("/api/v1/items/{itemId}/person", { params, body: { personId: next, expected } }),
        ),
      ),
    );
  await put(personId, item.personId).catch(afresh(client, card));
  offerUndo(personId ? "Line assigned" : "Line unassigned", () => put(item.personId, personId));
}

export async function dateItem(
  client: QueryClient,
  card: CardDetail,
  item: Item,
  dueOn: string | null,
): Promise<void> {
  const params = { path: { itemId: item.id } };
  const put = async (next: string | null, expected: string | null) =>
    show(
      client,
      card,
      replace(
        await answer(api.PUT("/api/v1/items/{itemId}/due", { params, body: { dueOn: next, expected } })),
      ),
    );
  await put(dueOn, item.dueOn).catch(afresh(client, card));
  offerUndo(dueOn ? "Line dated" : "Line without a day", () => put(item.dueOn, dueOn));
}

/** Somebody was faster: their word is shown, and the refusal told. */
function afresh(client: QueryClient, card: CardDetail) {
  return async (error: unknown) => {
    await refreshCard(client, card);
    throw error;
  };
}

/** The line becomes a card below this one; the way back makes it the line it was. */
export async function makeCardOf(client: QueryClient, card: CardDetail, item: Item): Promise<void> {
  const params = { path: { itemId: item.id } };
  const made = await answer(api.POST("/api/v1/items/{itemId}/card", { params }));
  show(client, card, replace(made.item));
  takeIn(client, made.card);
  offerUndo(`${made.card.ref} made of the line`, async () => {
    show(client, card, replace(await answer(api.DELETE("/api/v1/items/{itemId}/card", { params }))));
    patchBoard(client, card.projectId, made.card.id, null);
  });
}

/** The way back puts the same line where it was, with its tick and the card that was made of it. */
export async function removeItem(client: QueryClient, card: CardDetail, item: Item): Promise<void> {
  const at = card.checklist.findIndex(({ id }) => id === item.id);
  await answer(api.DELETE("/api/v1/items/{itemId}", { params: { path: { itemId: item.id } } }));
  show(client, card, (items) => items.filter(({ id }) => id !== item.id));
  offerUndo("Line removed", async () => {
    const params = { path: { cardId: card.id } };
    const again = await answer(
      api.POST("/api/v1/cards/{cardId}/items/restore", { params, body: { itemId: item.id } }),
    );
    show(client, card, (items) => items.filter(({ id }) => id !== item.id).toSpliced(at, 0, again));
    await refreshCard(client, card);
  });
}

/** The steps become lines of the card; the way back takes those away that are still there. */
export async function applyProcedure(
  client: QueryClient,
  card: CardDetail,
  { id: procedureId, name }: { id: string; name: string },
): Promise<void> {
  const { items } = await answer(
    api.POST("/api/v1/cards/{cardId}/procedure", {
      params: { path: { cardId: card.id } },
      body: { procedureId },
    }),
  );
  show(client, card, (old) => [...old, ...items.filter(({ id }) => !old.some((each) => each.id === id))]);
  const added = items.length === 1 ? "1 line" : `${items.length} lines`;
  offerUndo(`“${name}”: ${added} added`, async () => {
    const removed = items.map(({ id }) =>
      answer(api.DELETE("/api/v1/items/{itemId}", { params: { path: { itemId: id } } })),
    );
    await Promise.allSettled(removed);
    await refreshCard(client, card);
  });
}
