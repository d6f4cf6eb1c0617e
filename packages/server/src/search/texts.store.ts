import { sql } from "kysely";
import type { Tx } from "../db/database.ts";
import type { Kind } from "./sources.store.ts";
import { isForgiving, spellingsOf } from "./spellings.ts";

/** Things of one kind in one workspace. */
export interface Shelf {
  workspaceId: string;
  kind: Kind;
}

/** What search remembers of a thing, without its words. */
export interface KnownText {
  thingId: string;
  projectId: string | null;
  cardId: string | null;
  rank: number;
  archived: boolean;
  textHash: string;
}

export interface NewText extends KnownText {
  /** Each once; title words a second time, marked. */
  words: readonly string[];
}

export async function knownTexts(
  db: Tx,
  { workspaceId, kind }: Shelf,
  ids: readonly string[],
): Promise<KnownText[]> {
  return db
    .selectFrom("searchTexts")
    .select(["thingId", "projectId", "cardId", "rank", "archived", "textHash"])
    .where("workspaceId", "=", workspaceId)
    .where("kind", "=", kind)
    .where("thingId", "in", ids)
    .execute();
}

/** The same words at another place of the answer: the words themselves stay as they are. */
export async function placeTexts(
  tx: Tx,
  { workspaceId, kind }: Shelf,
  texts: readonly KnownText[],
): Promise<void> {
  if (texts.length === 0) return;
  await sql`update search_texts s set rank = n.rank, archived = n.archived, project_id = n.project_id, card_id = n.card_id
    from ${rowsOf(texts)} where s.workspace_id = ${workspaceId} and s.kind = ${kind} and s.thing_id = n.thing_id`.execute(
    tx,
  );
}

export async function writeTexts(
  tx: Tx,
  { workspaceId, kind }: Shelf,
  texts: readonly NewText[],
): Promise<void> {
  if (texts.length === 0) return;
  const words = texts.map((text) => text.words.map((word) => `'${word}'`).join(" "));
  await sql`insert into search_texts as s (workspace_id, kind, thing_id, project_id, card_id, rank, archived, text_hash, words)
    select ${workspaceId}, ${kind}, n.thing_id, n.project_id, n.card_id, n.rank, n.archived, n.text_hash, w.words::tsvector
    from ${rowsOf(texts)} join unnest(${words}::text[]) with ordinality w (words, at) on w.at = n.at
    on conflict (workspace_id, kind, thing_id) do update set project_id = excluded.project_id, card_id = excluded.card_id, rank = excluded.rank,
      archived = excluded.archived, text_hash = excluded.text_hash, words = excluded.words`.execute(tx);
}

function rowsOf(texts: readonly KnownText[]) {
  const column = <T>(pick: (text: KnownText) => T) => texts.map(pick);
  return sql`unnest(${column((text) => text.thingId)}::uuid[], ${column((text) => text.projectId)}::uuid[],
      ${column((text) => text.cardId)}::uuid[], ${column((text) => text.rank)}::bigint[], ${column((text) => text.archived)}::boolean[],
      ${column((text) => text.textHash)}::text[]) with ordinality n (thing_id, project_id, card_id, rank, archived, text_hash, at)`;
}

export async function forgetTexts(
  tx: Tx,
  { workspaceId, kind }: Shelf,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom("searchTexts")
    .where("workspaceId", "=", workspaceId)
    .where("kind", "=", kind)
    .where("thingId", "in", ids)
    .execute();
}

/** The words that these things are found by now, without the marked ones. */
export async function wordsOfTexts(
  tx: Tx,
  { workspaceId, kind }: Shelf,
  ids: readonly string[],
): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ word: string }>`
    select distinct w as word from search_texts s, unnest(tsvector_to_array(s.words)) w
    where s.workspace_id = ${workspaceId} and s.kind = ${kind} and s.thing_id = any (${ids}::uuid[]) and w not like '=%'`.execute(
    tx,
  );
  return rows.map(({ word }) => word);
}

/** From now on these words are found with a wrong letter, too. */
export async function learnWords(tx: Tx, workspaceId: string, words: readonly string[]): Promise<void> {
  const wanted = words.filter(isForgiving);
  if (wanted.length === 0) return;
  const { rows } = await sql<{ word: string }>`select word from search_spellings
    where workspace_id = ${workspaceId} and word = any (${wanted}::text[]) and spelling = word`.execute(tx);
  const known = new Set(rows.map(({ word }) => word));
  const pairs = wanted
    .filter((word) => !known.has(word))
    .flatMap((word) => spellingsOf(word).map((spelling) => ({ spelling, word })));
  if (pairs.length === 0) return;
  await sql`insert into search_spellings (workspace_id, spelling, word)
    select ${workspaceId}, s, w from unnest(${pairs.map(({ spelling }) => spelling)}::text[], ${pairs.map(({ word }) => word)}::text[]) n (s, w)
    on conflict do nothing`.execute(tx);
}

/** What is written nowhere any more leaves no trace: a name that was erased is no word. */
export async function forgetWords(tx: Tx, workspaceId: string, words: readonly string[]): Promise<void> {
  if (words.length === 0) return;
  await sql`with gone as (
      select w from unnest(${words}::text[]) w
      where not exists (select from search_texts s where s.workspace_id = ${workspaceId} and s.words @@ ('''' || w || '''')::tsquery)
    )
    delete from search_spellings s using gone where s.workspace_id = ${workspaceId} and s.word = gone.w`.execute(
    tx,
  );
}

/** A page of all words that are known, for the nightly look. */
export async function knownWords(
  tx: Tx,
  workspaceId: string,
  after: string,
  limit: number,
): Promise<string[]> {
  const { rows } = await sql<{ word: string }>`select word from search_spellings
    where workspace_id = ${workspaceId} and word > ${after} and spelling = word order by word limit ${limit}`.execute(
    tx,
  );
  return rows.map(({ word }) => word);
}
