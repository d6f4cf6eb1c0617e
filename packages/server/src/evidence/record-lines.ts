import { canonicalJson } from "../kit/canonical-json.ts";
import { sha256 } from "../kit/secret.ts";

/** One line of a record: a JSON object that says what it is. */
export type RecordEntry = { record: string } & Record<string, unknown>;

export const HEADING = '{"format":1,"kind":"milepost approval record","records":[\n';
export const DELIVERY_HEADING = '{"format":1,"kind":"milepost delivery record","records":[\n';

/**
 * A record as a file: one line for each of its parts, then a list of them with length and SHA-256 (of the line as it stands,
 * with comma and line end), then a line over all of it. It is JSON, and the same content is always the same bytes.
 */
export function recordText(entries: readonly RecordEntry[], heading = HEADING): string {
  const lines = entries.map((entry, at) => `${canonicalJson(entry)}${at < entries.length - 1 ? "," : ""}\n`);
  const parts = [heading, ...lines];
  const names = ["heading", ...entries.map(({ record }) => record)];
  return parts.join("") + tailText(parts.map((text, at) => ({ name: names[at] ?? "", text })));
}

/** The two lines that close a record with these lines. */
export function tailText(lines: readonly { name: string; text: string }[]): string {
  const list = lines.map(({ name, text }) => [name, Buffer.byteLength(text), sha256(text)]);
  const manifest = `${MANIFEST}${canonicalJson(list).slice(1)},\n`;
  const file = sha256(lines.map(({ text }) => text).join("") + manifest);
  return `${manifest}${CLOSING}"file":"${file}","manifest":"${sha256(manifest)}"}}\n`;
}

export const MANIFEST = '],"manifest":[';
export const CLOSING = '"closing":{';
