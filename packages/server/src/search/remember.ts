import { createHash } from "node:crypto";
import type { Tx } from "../db/database.ts";
import { wordsOf } from "./fold.ts";
import { type Kind, type Source, sourcesOf } from "./sources.store.ts";
import {
  forgetTexts,
  forgetWords,
  type KnownText,
  knownTexts,
  learnWords,
  placeTexts,
  type Shelf,
  wordsOfTexts,
  writeTexts,
} from "./texts.store.ts";

/** How texts become words; another number makes every text be read again. */
export const FOLDING = 1;
/** Stands before the words of a title. */
export const TITLE = "=";
const MOST_WORDS = 4_000;
/** Where a group of ranks begins; within one, the newest day comes first. A finer rank would be written with each move of a card. */
const GROUP = 1_000_000;
const DAY_MS = 86_400_000;
const FIRST: ReadonlySet<Kind> = new Set([
  "project",
  "client",
  "member",
  "contact",
  "milestone",
  "objective",
]);

interface Difference {
  gone: string[];
  placed: KnownText[];
  written: { source: Source; text: KnownText }[];
}

/** What search remembers of these things is what is written now; answers how many were another. */
export async function remember(tx: Tx, shelf: Shelf, ids: readonly string[]): Promise<number> {
  const { gone, placed, written } = await differenceOf(tx, shelf, ids);
  const changed = [...gone, ...written.map(({ source }) => source.id)];
  const before = await wordsOfTexts(tx, shelf, changed);
  await forgetTexts(tx, shelf, gone);
  await placeTexts(tx, shelf, placed);
  const texts = written.map(({ source, text }) => ({ ...text, words: indexed(source) }));
  await writeTexts(tx, shelf, texts);
  const now = new Set(texts.flatMap(({ words }) => words).filter((word) => !word.startsWith(TITLE)));
  await learnWords(tx, shelf.workspaceId, [...now]);
  await forgetWords(
    tx,
    shelf.workspaceId,
    before.filter((word) => !now.has(word)),
  );
  return changed.length + placed.length;
}

/** How many of these things are not remembered as they are. */
export async function countDifferent(db: Tx, shelf: Shelf, ids: readonly string[]): Promise<number> {
  const { gone, placed, written } = await differenceOf(db, shelf, ids);
  return gone.length + placed.length + written.length;
}

async function differenceOf(db: Tx, shelf: Shelf, ids: readonly string[]): Promise<Difference> {
  if (ids.length === 0) return { gone: [], placed: [], written: [] };
  const sources = await sourcesOf(db, shelf.workspaceId, shelf.kind, ids);
  const known = new Map((await knownTexts(db, shelf, ids)).map((text) => [text.thingId, text]));
  const there = new Set(sources.map(({ id }) => id));
  const gone = [...known.keys()].filter((id) => !there.has(id));
  const difference: Difference = { gone, placed: [], written: [] };
  for (const source of sources) {
    const text = textOf(shelf.kind, source);
    const before = known.get(source.id);
    if (before?.textHash !== text.textHash) difference.written.push({ source, text });
    else if (!isSame(before, text)) difference.placed.push(text);
  }
  return difference;
}

function isSame(one: KnownText, other: KnownText): boolean {
  return (
    one.rank === other.rank &&
    one.archived === other.archived &&
    one.projectId === other.projectId &&
    one.cardId === other.cardId
  );
}

function textOf(kind: Kind, source: Source): KnownText {
  const { id, projectId, cardId, archived } = source;
  const written = JSON.stringify([FOLDING, source.title, source.body]);
  const textHash = createHash("sha256").update(written).digest("base64url").slice(0, 22);
  return { thingId: id, projectId, cardId, rank: rankOf(kind, source), archived, textHash };
}

/** Places and people before work, what is open before what is over, what is archived last, and always the newest first. */
function rankOf(kind: Kind, { at, closed, archived }: Source): number {
  const group = (archived ? 4 : 0) + (FIRST.has(kind) ? 0 : 2) + (closed ? 1 : 0);
  return group * GROUP + GROUP / 2 - Math.floor(at.getTime() / DAY_MS);
}

function indexed({ title, body }: Source): string[] {
  const titles = wordsOf(title).flatMap(({ forms }) => forms);
  const words = new Set([...titles.map((form) => TITLE + form), ...titles]);
  for (const { forms } of wordsOf(body)) {
    if (words.size >= MOST_WORDS) break;
    for (const form of forms) words.add(form);
  }
  return [...words];
}
