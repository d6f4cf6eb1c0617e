import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { invalid, notFound } from "../kit/errors.ts";
import { wordsOf } from "./gist.store.ts";
import type { InboxGistView, InboxItemView } from "./inbox.view.ts";
import { presentItem } from "./inbox-presenter.ts";
import { setState } from "./item-state.store.ts";
import type { Pile } from "./reasons.ts";
import { countItems, findItem, type ItemRow, listItems } from "./visible-items.store.ts";

const Cursor = z.tuple([z.iso.datetime(), z.uuid()]);

interface WantedPage {
  state: "open" | "snoozed" | "done";
  category?: Pile | undefined;
  cursor?: string | undefined;
  limit: number;
}

/** What waits for whoever asks, the newest first, page by page; with how much there is of everything. */
export async function readInbox(scope: Scope, { state, category, cursor, limit }: WantedPage) {
  const before = cursor === undefined ? undefined : decode(cursor);
  const found = await listItems(scope, { state, pile: category, before, limit: limit + 1 });
  const items = found.slice(0, limit);
  const last = items.at(-1);
  const nextCursor = last && found.length > limit ? encode(last) : null;
  return { items: items.map(presentItem), nextCursor, counts: await countItems(scope) };
}

/** An own item whose thing this person may see today; 404 for everybody else. */
export async function visibleItem(scope: Scope, id: string): Promise<ItemRow> {
  const item = await findItem(scope, id);
  if (!item) throw notFound();
  return item;
}

export async function gistOf(scope: Scope, item: ItemRow): Promise<InboxGistView> {
  const words = (await wordsOf(scope, item.id)) ?? null;
  return { item: presentItem(item), words, on: item.onDate };
}

export type Step = { to: "done" } | { to: "read" } | { to: "unread" } | { to: "snoozed"; until: string };

/** Done, read, unread or later. Whatever is unread is open again, so that each step takes back the one before. */
export async function stepItem(scope: Scope, { id, readAt }: ItemRow, step: Step): Promise<InboxItemView> {
  const { now } = scope;
  const read = readAt ?? now;
  if (step.to === "done") await setState(scope, id, { doneAt: now, readAt: read, snoozedUntil: null });
  else if (step.to === "read") await setState(scope, id, { readAt: read });
  else if (step.to === "unread")
    await setState(scope, id, { readAt: null, doneAt: null, snoozedUntil: null });
  else await setState(scope, id, { snoozedUntil: ahead(scope, step.until), readAt: read, doneAt: null });
  return presentItem(await visibleItem(scope, id));
}

function ahead({ now }: Scope, until: string): Date {
  const at = new Date(until);
  if (at <= now) throw invalid([{ path: "until", message: "Choose a time that is still to come." }]);
  return at;
}

function encode({ lastAt, id }: ItemRow): string {
  return Buffer.from(JSON.stringify([lastAt.toISOString(), id])).toString("base64url");
}

function decode(cursor: string): { at: Date; id: string } {
  const parsed = Cursor.safeParse(json(Buffer.from(cursor, "base64url").toString()));
  if (!parsed.success) throw invalid([{ path: "cursor", message: "Use the nextCursor of the page before." }]);
  const [at, id] = parsed.data;
  return { at: new Date(at), id };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
