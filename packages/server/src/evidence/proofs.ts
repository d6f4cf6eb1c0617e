import type { Services } from "../access/route.ts";
import { TAKE_BACK_MS } from "../approvals/take-back.ts";
import type { Reading } from "../events/approval-rows.store.ts";
import { sealedHead } from "../events/sealed-head.ts";
import { attachmentHeader } from "../files/file-name.ts";
import { conflict, unavailable } from "../kit/errors.ts";
import type { PdfHouse } from "../portal/pdf-options.ts";
import type { Say } from "../words/say.ts";
import { certificatePdf } from "./certificate.ts";
import { momentWords } from "./certificate-words.ts";
import { type ApprovalRecord, type OfApproval, readRecord } from "./record.ts";

const TRIES = 3;

export interface Proof {
  bytes: Buffer;
  headers: Record<string, string>;
}

/** What is read between a write and its seal does not fit together yet: then it is sealed and read once more. */
export async function sealedRecord(
  services: Services,
  of: OfApproval,
  reads: (work: (reading: Reading) => Promise<ApprovalRecord>) => Promise<ApprovalRecord>,
): Promise<ApprovalRecord> {
  for (let turn = 1; ; turn++) {
    const head = await sealedHead(services, of);
    const record = head && (await reads((reading) => readRecord(reading, of)));
    if (record?.isSealed || (record && turn >= TRIES)) return record;
    if (turn >= TRIES)
      throw unavailable("not-sealed", "This is being sealed just now. Try again in a moment.");
  }
}

export function recordFile({ text, evidence }: ApprovalRecord, key: string): Proof {
  return {
    bytes: Buffer.from(text),
    headers: headersOf("application/json; charset=utf-8", nameOf(key, evidence.request.facts, "record.json")),
  };
}

interface OnPaper {
  key: string;
  say: Say;
  zone: string;
  now: Date;
  house: () => Promise<PdfHouse>;
}

/** Leaves when the decision can no longer be taken back. */
export async function certificateFile(record: ApprovalRecord, paper: OnPaper): Promise<Proof> {
  const { facts } = record.evidence.request;
  const { say, zone, now } = paper;
  if (facts.outcomeAt === null || facts.outcome === "lapsed")
    throw conflict("not-decided", "There is no certificate: nothing was decided here.");
  const ready = new Date(new Date(facts.outcomeAt).getTime() + TAKE_BACK_MS);
  if (now < ready)
    throw conflict(
      "too-soon",
      "The certificate is made when the decision can no longer be taken back, five minutes after it.",
      { readyAt: ready.toISOString(), ready: momentWords(say, ready.toISOString(), zone) },
    );
  const bytes = await certificatePdf({ record, say, zone, now, house: await paper.house() });
  return { bytes, headers: headersOf("application/pdf", nameOf(paper.key, facts, "certificate.pdf")) };
}

function nameOf(key: string, { number }: { number: number }, end: string): string {
  return `${key.toLowerCase()}-decision-${number}-${end}`;
}

function headersOf(type: string, name: string): Record<string, string> {
  return {
    "content-type": type,
    "content-disposition": attachmentHeader("attachment", name),
    "cache-control": "private, no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}
