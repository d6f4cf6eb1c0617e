import { type ApprovalRow, type Reading, readApprovalRows } from "../events/approval-rows.store.ts";
import { Covers, nameHash, unlike } from "../events/covers.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { notFound } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { evidenceOf } from "./evidence.ts";
import type { Evidence } from "./evidence.view.ts";
import { type ChainRow, type NameRow, readChain, readNames } from "./record.store.ts";
import { type RecordEntry, recordText } from "./record-lines.ts";

export interface ApprovalRecord {
  /** The file, byte by byte. */
  text: string;
  /** One hash of the approval's rows as the newest seal covers them. */
  fingerprint: string;
  /** False while something of it is so new that no seal covers it. */
  isSealed: boolean;
  head: { n: number; hash: string };
  evidence: Evidence;
  names: Map<string, string>;
  /** Whoever was erased: their salt was thrown away. */
  erased: Set<string>;
}

export interface OfApproval {
  workspaceId: string;
  projectId: string;
  approvalId: string;
}

/** Everything that proves one approval, as of now. */
export async function readRecord(reading: Reading, of: OfApproval): Promise<ApprovalRecord> {
  const rows = (await readApprovalRows(reading, [of.approvalId])).get(of.approvalId) ?? [];
  if (rows.length === 0) throw notFound();
  const chain = await readChain(reading, of);
  const names = await readNames(reading, of.approvalId);
  const covers = chain.findLast(({ isOwn }) => isOwn)?.covers;
  const head = { n: chain.at(-1)?.n ?? 0, hash: chain.at(-1)?.hash ?? "" };
  const entries: RecordEntry[] = [
    ...rowEntries(rows),
    ...names.map((row, at) => nameEntry(row, at + 1)),
    ...chain.map((row) => linkEntry(row, of.projectId)),
    { record: "head", ...of, ...head },
  ];
  return {
    text: recordText(entries),
    fingerprint: fingerprintOf(covers),
    isSealed: covers !== undefined && unlike(rows, Covers.parse(covers)) === null,
    head,
    evidence: evidenceOf(rows),
    names: new Map(names.filter(isKnown).map(({ personId, name }) => [personId, name])),
    erased: new Set(names.filter(({ salt }) => salt === "").map(({ personId }) => personId)),
  };
}

/** Of what a seal covers. */
export function fingerprintOf(covers: unknown): string {
  return sha256(canonicalJson(covers ?? {}));
}

const WORDS: Record<string, string> = { approval: "request", snapshot: "snapshot" };
const NUMBERED: Record<string, string> = {
  seat: "decider",
  file: "file",
  decision: "decision",
  person: "person",
};

/** Names its rows as people speak of them: `decision 2`, `withdrawal of decision 2`. */
function rowEntries(rows: readonly ApprovalRow[]): RecordEntry[] {
  const names = rowNames(rows);
  return rows.map(({ key, facts, refs }) => ({ record: names.get(key) ?? key, row: key, facts, refs }));
}

export function rowNames(rows: readonly Pick<ApprovalRow, "key" | "facts">[]): Map<string, string> {
  const counts = new Map<string, number>();
  const names = new Map<string, string>();
  for (const { key, facts } of rows) {
    const [kind = "", id = ""] = key.split(":");
    const word = kind === "seat" && facts.part === "adviser" ? "adviser" : NUMBERED[kind];
    if (!word) {
      names.set(key, WORDS[kind] ?? `withdrawal of ${names.get(`decision:${id}`) ?? "a decision"}`);
      continue;
    }
    const n = (counts.get(word) ?? 0) + 1;
    counts.set(word, n);
    names.set(key, `${word} ${n}`);
  }
  return names;
}

/** What a row is called, also one that is not there any more. */
export function calledRow(names: ReadonlyMap<string, string>, key: string): string {
  const [kind = ""] = key.split(":");
  return names.get(key) ?? WORDS[kind] ?? `a ${NUMBERED[kind] ?? kind}`;
}

/** Whoever has another name now than the one that was sealed, or none, stands there without one. */
function isKnown({ name, salt, nameHash: sealed }: NameRow): boolean {
  return nameHash(salt, name) === sealed;
}

function nameEntry(row: NameRow, n: number): RecordEntry {
  const shown = isKnown(row) ? { name: row.name, salt: row.salt } : { name: null, salt: null };
  return { record: `name of person ${n}`, personId: row.personId, ...shown };
}

function linkEntry({ n, hash, body, isOwn, ...of }: ChainRow, projectId: string): RecordEntry {
  const record = `event ${n} of the chain`;
  const { eventId, contentHash, verb, subjectKind, subjectId, audience, actorId, at, data } = of;
  if (!isOwn) return body === null ? { record, n, eventId, contentHash, hash } : { record, n, body, hash };
  const covers = Covers.parse(of.covers);
  // What only the team may know of its own doings stays a hash; the chain can be followed all the same.
  if (audience !== "client") return { record, n, eventId, contentHash, covers, hash };
  const event = { id: eventId, verb, subjectKind, subjectId, projectId, audience, actorId, at, data };
  return { record, n, event, covers, hash };
}
