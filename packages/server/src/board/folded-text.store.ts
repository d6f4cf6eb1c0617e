import { type RawBuilder, sql } from "kysely";

/** Without case, marks and widths, as people type it. */
function folded(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`translate(replace(regexp_replace(normalize(lower(${text}), NFKD), '[\\u0300-\\u036f]', '', 'g'), 'ß', 'ss'), 'øłđı', 'oldi')`;
}

/** With the letters that German writes out where there are none: Moebel for Möbel. */
function speltOut(text: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`replace(replace(replace(lower(normalize(${text}, NFC)), 'ä', 'ae'), 'ö', 'oe'), 'ü', 'ue')`;
}

/** Whether a word stands in a text, however its accents are typed. */
export function contains(text: RawBuilder<unknown>, word: string): RawBuilder<boolean> {
  const typed = folded(sql`${word}::text`);
  return sql<boolean>`(strpos(${folded(text)}, ${typed}) > 0 or strpos(${folded(speltOut(text))}, ${typed}) > 0)`;
}
