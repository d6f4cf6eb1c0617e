import type { PortalTx } from "../db/database.ts";
import type { ClientSnapshotView } from "../publications/client-snapshot.view.ts";
import { newestPublications, type PublicationRow } from "./client-plan.store.ts";
import { snapshotOf } from "./client-plan.ts";
import { type OwnReceipt, ownReceipts } from "./receipts.store.ts";

export interface MovedDate {
  id: string;
  number: number;
  title: string;
  from: string | null;
  to: string | null;
}

export interface News {
  id: string;
  n: number;
  at: Date;
  personId: string | null;
  text: string;
  moved: MovedDate[];
  /** What this person said to it; undefined where it was not sent to them. */
  receipt: OwnReceipt | undefined;
}

/** What the last publications said, newest first. */
export async function lastNews(tx: PortalTx, projectId: string, count: number): Promise<News[]> {
  const rows = await newestPublications(tx, projectId, count + 1);
  const receipts = await ownReceipts(tx, projectId);
  return rows.slice(0, count).map((row, at) => newsOf(row, rows[at + 1], receipts.get(row.id)));
}

export function newsOf(
  row: PublicationRow,
  before: PublicationRow | undefined,
  receipt: OwnReceipt | undefined,
): News {
  const { id, n, createdAt: at, personId, clientText: text } = row;
  const moved = before ? movedDates(snapshotOf(before), snapshotOf(row)) : [];
  return { id, n, at, personId, text, moved, receipt };
}

/** Of milestones that were there before and are still. */
function movedDates(before: ClientSnapshotView, after: ClientSnapshotView): MovedDate[] {
  const known = new Map(before.milestones.map((milestone) => [milestone.id, milestone]));
  return after.milestones.flatMap(({ id, number, title, targetOn: to, dropped }) => {
    const last = known.get(id);
    if (!last || dropped || last.targetOn === to) return [];
    return [{ id, number, title, from: last.targetOn, to }];
  });
}
