import { z } from "zod";
import { canonicalJson } from "../kit/canonical-json.ts";
import { randomToken, sha256 } from "../kit/secret.ts";
import type { ApprovalRow } from "./approval-rows.store.ts";

const Entry = z.strictObject({
  hash: z.string(),
  /** The beginning of each field's own hash, so that an altered field can be named. */
  fields: z.record(z.string(), z.string()),
  /** What the row points at. Such a thing may be deleted later, and the row then points at nothing. */
  refs: z.record(z.string(), z.string().nullable()),
});

/** The rows of an approval as a seal covers them, by what each is: `decision:ID`. */
export const Covers = z.record(z.string(), Entry);

export type CoveredRows = z.infer<typeof Covers>;
type CoverEntry = z.infer<typeof Entry>;

const SHORT = 16;

export function coversOf(rows: readonly ApprovalRow[]): CoveredRows {
  return Object.fromEntries(rows.map((row) => [row.key, entryOf(row)]));
}

function entryOf({ facts, refs }: ApprovalRow): CoverEntry {
  const fields = Object.entries(facts).map(([name, value]) => [
    name,
    sha256(canonicalJson(value)).slice(0, SHORT),
  ]);
  return { hash: sha256(canonicalJson(facts)), fields: Object.fromEntries(fields), refs };
}

/** The fields in which a row is not what was covered; `refs` that point at nothing now are told apart. */
export function fieldsApart(
  row: Pick<ApprovalRow, "facts" | "refs">,
  entry: CoverEntry,
): { fields: string[]; emptied: { field: string; id: string }[] } {
  const now = entryOf({ key: "", ...row });
  const names = new Set([...Object.keys(now.fields), ...Object.keys(entry.fields)]);
  const fields = [...names].filter((name) => now.fields[name] !== entry.fields[name]).sort();
  if (fields.length === 0 && now.hash !== entry.hash) fields.push("hash");
  const emptied: { field: string; id: string }[] = [];
  for (const field of new Set([...Object.keys(row.refs), ...Object.keys(entry.refs)])) {
    const [is, was] = [row.refs[field] ?? null, entry.refs[field] ?? null];
    if (is === was) continue;
    if (is === null && was !== null) emptied.push({ field, id: was });
    else fields.push(field);
  }
  return { fields, emptied };
}

/** The first row that is not what was covered, or is missing, or was never covered. */
export function unlike(
  rows: readonly ApprovalRow[],
  covers: CoveredRows,
): { key: string; field: string | null; why: "altered" | "added" | "missing" } | null {
  const found = new Set(rows.map(({ key }) => key));
  for (const row of rows) {
    const entry = covers[row.key];
    if (!entry) return { key: row.key, field: null, why: "added" };
    const [field] = fieldsApart(row, entry).fields;
    if (field !== undefined) return { key: row.key, field, why: "altered" };
  }
  const missing = Object.keys(covers).find((key) => !found.has(key));
  return missing === undefined ? null : { key: missing, field: null, why: "missing" };
}

/** A name stands in no seal: only what it, and nothing else, makes with a salt that can be thrown away. */
export function nameHash(salt: string, name: string): string {
  return sha256(`${salt}${name}`);
}

export function saltFor({ name, email }: { name: string; email: string }): {
  salt: string;
  nameHash: string;
  mailHash: string;
} {
  const salt = randomToken();
  return { salt, nameHash: nameHash(salt, name), mailHash: nameHash(salt, email) };
}
