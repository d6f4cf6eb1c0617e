import { createHash } from "node:crypto";
import { z } from "zod";
import { CLOSING, HEADING, MANIFEST, tailText } from "./record-lines.ts";

/** A line of the file: where its bytes begin. */
export interface FileLine {
  name: string;
  offset: number;
  text: string;
}

export interface AlteredLine {
  name: string;
  offset: number;
  /** What stands there, where it is still a line. */
  text: string;
}

const Manifest = z.array(z.tuple([z.string(), z.int().positive(), z.string()]));
const Named = z.looseObject({ record: z.string() });

/**
 * The first line of a record that is not what it was when it was written, or all its lines. The list at the end says what
 * each line was; where the list itself does not fit its own hash, the lines are taken as they are and the list is made anew.
 */
export function readLines(
  bytes: Buffer,
  heading = HEADING,
): { lines: FileLine[] } | { altered: AlteredLine } {
  const list = listOf(bytes);
  if (list) {
    const altered = firstNotInList(bytes, list);
    if (altered) return { altered };
  }
  const read = linesAsTheyAre(bytes, heading);
  if ("altered" in read) return read;
  const { lines, end } = read;
  const difference = firstDifference(bytes.subarray(end), Buffer.from(tailText(lines)));
  if (difference === null) return { lines };
  const closingAt = Buffer.byteLength(tailText(lines).split(CLOSING)[0] ?? "");
  const inList = difference < closingAt;
  return {
    altered: { name: inList ? "manifest" : "closing", offset: end + (inList ? 0 : closingAt), text: "" },
  };
}

interface List {
  at: number;
  entries: z.infer<typeof Manifest>;
}

/** The list of lines, if it is what the closing line says. */
function listOf(bytes: Buffer): List | null {
  const at = bytes.lastIndexOf(MANIFEST);
  const closingAt = bytes.lastIndexOf(CLOSING);
  if (at < 0 || closingAt < at) return null;
  const manifest = bytes.subarray(at, closingAt);
  const told = /"manifest":"([0-9a-f]{64})"/.exec(bytes.subarray(closingAt).toString("latin1"))?.[1];
  if (told !== hashOf(manifest)) return null;
  const parsed = Manifest.safeParse(jsonOf(manifest.toString("utf8").slice(MANIFEST.length - 1, -2)));
  return parsed.success ? { at, entries: parsed.data } : null;
}

function firstNotInList(bytes: Buffer, { at, entries }: List): AlteredLine | null {
  let offset = 0;
  for (const [name, length, hash] of entries) {
    const line = bytes.subarray(offset, offset + length);
    if (offset + length > at || hashOf(line) !== hash)
      return { name, offset, text: bytes.subarray(offset, lineEnd(bytes, offset)).toString("utf8") };
    offset += length;
  }
  return offset === at ? null : { name: "manifest", offset, text: "" };
}

function linesAsTheyAre(
  bytes: Buffer,
  heading: string,
): { lines: FileLine[]; end: number } | { altered: AlteredLine } {
  const lines: FileLine[] = [];
  for (let offset = 0; ; ) {
    const end = lineEnd(bytes, offset);
    const text = bytes.subarray(offset, end).toString("utf8");
    const name = offset === 0 ? (text === heading ? "heading" : null) : nameOf(text);
    if (name === null)
      return { altered: { name: offset === 0 ? "heading" : `line ${lines.length + 1}`, offset, text } };
    lines.push({ name, offset, text });
    offset = end;
    if (lines.length > 1 && !text.endsWith(",\n")) return { lines, end };
  }
}

function nameOf(text: string): string | null {
  const parsed = Named.safeParse(jsonOf(text.replace(/,?\n$/, "")));
  return parsed.success ? parsed.data.record : null;
}

function lineEnd(bytes: Buffer, from: number): number {
  const at = bytes.indexOf("\n", from);
  return at < 0 ? bytes.length : at + 1;
}

function firstDifference(one: Buffer, other: Buffer): number | null {
  const length = Math.max(one.length, other.length);
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return at;
  return null;
}

function hashOf(bytes: Buffer): string {
  return createHash("sha256").update(bytes).digest("hex");
}

export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
