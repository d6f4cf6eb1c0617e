import type { Tx } from "../db/database.ts";
import { type ApprovalRow, readApprovalRows } from "../events/approval-rows.store.ts";
import { type CoveredRows, Covers, fieldsApart, unlike } from "../events/covers.ts";
import { contradiction, evidenceOf } from "./evidence.ts";
import { keptFault } from "./kept-file.ts";
import { calledRow, rowNames } from "./record.ts";
import {
  type ApprovalPlace,
  approvalsAfter,
  coversOfApprovals,
  isStillThere,
  missingApprovals,
  unsealedApprovals,
} from "./verify-approvals.store.ts";

export interface ApprovalFault {
  approvalId: string;
  number: number | null;
  /** Which row, in words: `decision 2`. */
  record: string;
  field: string | null;
  why: string;
}

export interface VerifiedApprovals {
  approvals: number;
  /** So new that not all of it is sealed. */
  unsealed: number;
  faults: ApprovalFault[];
}

const PAGE = 100;

/** Compares every approval with what its seals cover; give it a transaction that sees one instant. */
export async function verifyApprovals(tx: Tx, dataDir: string): Promise<VerifiedApprovals> {
  const result: VerifiedApprovals = { approvals: 0, unsealed: 0, faults: [] };
  for (let last: ApprovalPlace | null = null; ; ) {
    const page: ApprovalPlace[] = await approvalsAfter(tx, last, PAGE);
    for (const workspaceId of new Set(page.map((each) => each.workspaceId)))
      await verifyPage({ tx, dataDir, workspaceId, result }, page);
    last = page.at(-1) ?? null;
    if (page.length < PAGE) break;
  }
  for (const { approvalId, n } of await missingApprovals(tx))
    result.faults.push({
      ...{ approvalId, number: null, record: "request", field: null },
      why: `Record ${n} of the chain sealed it, and it is missing.`,
    });
  return result;
}

interface Ground {
  tx: Tx;
  dataDir: string;
  workspaceId: string;
  result: VerifiedApprovals;
}

async function verifyPage(ground: Ground, page: readonly ApprovalPlace[]): Promise<void> {
  const { tx, workspaceId, result } = ground;
  const own = page.filter((each) => each.workspaceId === workspaceId);
  const ids = own.map(({ id }) => id);
  const rows = await readApprovalRows({ db: tx, schema: "milepost", workspaceId }, ids);
  const unsealed = await unsealedApprovals(tx, workspaceId, ids);
  const seals = await coversOfApprovals(tx, workspaceId, ids);
  for (const { id, number } of own) {
    result.approvals++;
    if (unsealed.has(id)) {
      result.unsealed++;
      continue;
    }
    const sealed = seals
      .filter(({ approvalId }) => approvalId === id)
      .map(({ n, covers }) => ({ n, covers: Covers.safeParse(covers).data }));
    const fault = await faultOf(ground, rows.get(id) ?? [], sealed);
    if (fault) result.faults.push({ approvalId: id, number, ...fault });
  }
}

type RowFault = Pick<ApprovalFault, "record" | "field" | "why">;
type SealedRows = { n: number; covers: CoveredRows | undefined };

async function faultOf(
  { tx, dataDir, workspaceId }: Ground,
  rows: readonly ApprovalRow[],
  sealed: readonly SealedRows[],
): Promise<RowFault | null> {
  const names = rowNames(rows);
  const named = (key: string) => calledRow(names, key);
  const newest = sealed.at(-1);
  if (!newest) return { record: "request", field: null, why: "It was never recorded." };
  if (!newest.covers) return { record: "request", field: null, why: "The seal that covers it was altered." };
  const other = unlike(rows, newest.covers);
  if (other) return { record: named(other.key), field: other.field, why: SEALED[other.why] };
  const changed = resealed(sealed, newest.covers);
  if (changed)
    return { record: named(changed.key), field: null, why: `It is not what record ${changed.n} sealed.` };
  for (const row of rows)
    for (const emptied of emptiedRefs(row, newest.covers))
      if (await isStillThere(tx, workspaceId, emptied))
        return { record: named(row.key), field: emptied.field, why: SEALED.altered };
  const against = contradiction(evidenceOf(rows));
  if (against) return { record: named(against.row), field: against.field, why: against.why };
  for (const row of rows.filter(({ key }) => key.startsWith("file:"))) {
    const why = await keptFault(dataDir, row.facts);
    if (why) return { record: named(row.key), field: null, why };
  }
  return null;
}

const SEALED = {
  altered: "It is not what was sealed.",
  added: "No seal covers it.",
  missing: "It was sealed and is missing.",
};

function emptiedRefs(row: ApprovalRow, covers: CoveredRows): { field: string; id: string }[] {
  const entry = covers[row.key];
  return entry ? fieldsApart(row, entry).emptied : [];
}

/** Only the request and its deciders change in the course of things; everything else is sealed once, and the same ever after. */
function resealed(sealed: readonly SealedRows[], newest: CoveredRows): { key: string; n: number } | null {
  for (const { n, covers = {} } of sealed)
    for (const [key, entry] of Object.entries(covers))
      if (!/^(approval|seat)/.test(key) && newest[key]?.hash !== entry.hash) return { key, n };
  return null;
}
