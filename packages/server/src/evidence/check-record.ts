import type { z } from "zod";
import { type CoveredRows, fieldsApart, nameHash, unlike } from "../events/covers.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { chainFault } from "./check-chain.ts";
import { contradiction, evidenceOf } from "./evidence.ts";
import type { Evidence } from "./evidence.view.ts";
import { type AlteredLine, type FileLine, jsonOf, readLines } from "./first-altered.ts";
import { calledRow, fingerprintOf, rowNames } from "./record.ts";
import {
  HeadEntry,
  type HeadLine,
  LinkEntry,
  type LinkLine,
  NameEntry,
  type NameLine,
  RowEntry,
  type RowLine,
} from "./record-entries.ts";

export interface RecordFault {
  /** Which part of the record, in words: `decision 2`. */
  record: string;
  field: string | null;
  /** Where the part begins in the file, in bytes. */
  offset: number;
  why: string;
  /** The number of the approval, where it can be read. */
  number: number | null;
}

export interface SoundRecord {
  evidence: Evidence;
  names: NameLine[];
  links: LinkLine[];
  events: number;
  ownEvents: number;
  head: HeadLine;
  fingerprint: string;
}

/** What a record says in its lines, each with the place where it stands. */
interface Read {
  rows: Placed<RowLine>[];
  names: Placed<NameLine>[];
  links: Placed<LinkLine>[];
  head: Placed<HeadLine>;
}

type Placed<T> = T & { offset: number };

/** Is this file what Milepost wrote? Recomputes all of it, from the bytes alone. */
export function checkRecord(bytes: Buffer): { sound: SoundRecord } | { fault: RecordFault } {
  const read = readLines(bytes);
  if ("altered" in read) return { fault: alteredFault(bytes, read.altered) };
  const parsed = parseLines(read.lines);
  if ("fault" in parsed) return parsed;
  const fault = rowFault(parsed) ?? nameFault(parsed) ?? chainFault(parsed.links, parsed.head);
  if (fault) return { fault: { ...fault, number: numberOf(parsed.rows) } };
  const covers = lastCovers(parsed.links);
  return {
    sound: {
      evidence: evidenceOf(rowsOf(parsed)),
      names: parsed.names,
      links: parsed.links,
      events: parsed.links.length,
      ownEvents: parsed.links.filter((link) => "covers" in link).length,
      head: parsed.head,
      fingerprint: fingerprintOf(covers),
    },
  };
}

export type PartFault = Omit<RecordFault, "number">;

function parseLines(lines: readonly FileLine[]): Read | { fault: RecordFault } {
  const read: Omit<Read, "head"> & { head?: Placed<HeadLine> } = { rows: [], names: [], links: [] };
  for (const { name, offset, text } of lines.slice(1)) {
    const value = jsonOf(text.replace(/,?\n$/, ""));
    const put = <T>(shape: z.ZodType<T>, into: (entry: Placed<T>) => unknown) => {
      const parsed = shape.safeParse(value);
      if (!parsed.success) return false;
      into({ ...parsed.data, offset });
      return true;
    };
    const known =
      put(RowEntry, (entry) => read.rows.push(entry)) ||
      put(NameEntry, (entry) => read.names.push(entry)) ||
      put(LinkEntry, (entry) => read.links.push(entry)) ||
      put(HeadEntry, (entry) => {
        read.head = entry;
      });
    if (!known || canonicalJson(value) !== text.replace(/,?\n$/, ""))
      return { fault: faultAt({ record: name, offset }, "It is not written as Milepost writes it.") };
  }
  const { head, ...rest } = read;
  if (!head) return { fault: faultAt({ record: "head", offset: 0 }, "The head of the chain is missing.") };
  return { ...rest, head };
}

function faultAt(at: { record: string; offset: number }, why: string): RecordFault {
  return { ...at, field: null, why, number: null };
}

function rowsOf({ rows }: Pick<Read, "rows">) {
  return rows.map(({ row, facts, refs }) => ({ key: row, facts, refs }));
}

function lastCovers(links: readonly LinkLine[]): CoveredRows {
  const last = links.findLast((link) => "covers" in link);
  return last && "covers" in last ? last.covers : {};
}

/** The rows are those that the newest seal covers, called what they are, and they fit together. */
function rowFault(read: Read): PartFault | null {
  const rows = rowsOf(read);
  const names = rowNames(rows);
  const placeOf = (key: string) => {
    const line = read.rows.find(({ row }) => row === key);
    return { record: calledRow(names, key), offset: line?.offset ?? read.head.offset };
  };
  const misnamed = read.rows.find(({ row, record }) => names.get(row) !== record);
  if (misnamed) return { ...placeOf(misnamed.row), field: "record", why: "It is called something else." };
  const other = unlike(rows, lastCovers(read.links));
  if (other) return { ...placeOf(other.key), field: other.field, why: SEALED[other.why] };
  const against = contradiction(evidenceOf(rows));
  return against && { ...placeOf(against.row), field: against.field, why: against.why };
}

const SEALED = {
  altered: "It is not what was sealed.",
  added: "No seal covers it.",
  missing: "It was sealed and is missing.",
};

function nameFault({ rows, names }: Read): PartFault | null {
  for (const { record, personId, name, salt, offset } of names) {
    const sealed = rows.find(({ row }) => row === `person:${personId}`)?.facts.nameHash;
    if (name === null && salt === null && sealed !== undefined) continue;
    if (name === null || salt === null || nameHash(salt, name) !== sealed)
      return { record, offset, field: "name", why: "It is not the name that was sealed." };
  }
  return null;
}

function numberOf(rows: readonly RowLine[]): number | null {
  const number = rows.find(({ row }) => row === "approval")?.facts.number;
  return typeof number === "number" ? number : null;
}

/** Which field it is shows in the seals of the other lines, where the altered line can still be read. */
function alteredFault(bytes: Buffer, { name, offset, text }: AlteredLine): RecordFault {
  const others = bytes
    .toString("utf8")
    .split("\n")
    .map((line) => jsonOf(line.replace(/,$/, "")));
  const rows = others.flatMap((value) => RowEntry.safeParse(value).data ?? []);
  const links = others.flatMap((value) => LinkEntry.safeParse(value).data ?? []);
  const altered = RowEntry.safeParse(jsonOf(text.replace(/,?\n$/, ""))).data;
  const entry = altered && lastCovers(links)[altered.row];
  const [field = null] = entry ? fieldsApart(altered, entry).fields : [];
  const number = altered?.row === "approval" ? null : numberOf(rows);
  return { record: name, field, offset, number, why: "It was altered after it was written." };
}
