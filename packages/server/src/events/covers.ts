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

/** A name stands in no seal: only what it, and nothing else, makes with a salt that can be thrown away. */
function nameHash(salt: string, name: string): string {
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
