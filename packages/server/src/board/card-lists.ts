import { z } from "zod";
import type { Scope } from "../access/scope.ts";
import { invalid } from "../kit/errors.ts";
import type { CardRow } from "./card-access.store.ts";
import { archivedCards, type CardFilter, type Cursor, laterCards } from "./card-lists.store.ts";

const Key = z.tuple([z.string().max(120), z.uuid()]);
const LISTS = {
  later: { read: laterCards, key: (card: CardRow) => card.position },
  archived: { read: archivedCards, key: (card: CardRow) => card.archivedAt?.toISOString() ?? "" },
} as const;

export interface CardPage {
  items: CardRow[];
  nextCursor: string | null;
}

interface WantedList extends CardFilter {
  place: keyof typeof LISTS;
  cursor?: string | undefined;
  limit: number;
}

/** Cards that are off the board, page by page. */
export async function listCards(
  scope: Scope,
  projectId: string,
  { place, cursor, limit, ...filter }: WantedList,
): Promise<CardPage> {
  const { read, key } = LISTS[place];
  const from = cursor ? decode(cursor, place) : null;
  const found = await read(scope, { projectId, ...filter }, from, limit + 1);
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return { items, nextCursor: last && found.length > limit ? encode([key(last), last.id]) : null };
}

function encode(cursor: Cursor): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function decode(text: string, place: keyof typeof LISTS): Cursor {
  const parsed = Key.safeParse(json(Buffer.from(text, "base64url").toString()));
  const isKey = parsed.success && (place === "later" || z.iso.datetime().safeParse(parsed.data[0]).success);
  if (!isKey) throw invalid([{ path: "cursor", message: "Use the nextCursor of the page before." }]);
  return parsed.data;
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
