import type { PortalTx } from "../db/database.ts";
import { namesOf } from "./client-plan.store.ts";
import { planOf } from "./client-plan.ts";
import { type News, newsOf } from "./news.ts";
import { ownReceipts } from "./receipts.store.ts";
import {
  countNews,
  decisionsOf,
  messagesOf,
  type NewsHead,
  newsHeads,
  publicationsWithEarlier,
  reportsOf,
} from "./updates.store.ts";

export type Update =
  | { kind: "publication"; id: string; at: Date; news: News }
  | { kind: "message"; id: string; at: Date; title: string; body: string; by: string | null }
  | { kind: "reached"; id: string; at: Date; number: number; title: string }
  | { kind: "decision"; id: string; at: Date; number: number; title: string; outcome: string | null }
  | { kind: "report"; id: string; at: Date; n: number };

export interface Updates {
  items: Update[];
  names: ReadonlyMap<string, string>;
  pages: number;
}

const ON_PAGE = 20;

/** One page of what is new; what its parts say is read only for those that stand on it. */
export async function readUpdates(
  tx: PortalTx,
  { id: projectId, zone }: { id: string; zone: string },
  page: number,
): Promise<Updates> {
  const heads = await newsHeads(tx, projectId, { zone, limit: ON_PAGE, skip: (page - 1) * ON_PAGE });
  const names = await namesOf(tx, projectId);
  const found = new Map([
    ...(await publications(tx, projectId, heads)),
    ...(await messages(tx, projectId, heads, names)),
    ...(await reached(tx, projectId, heads)),
    ...(await decisions(tx, projectId, heads)),
    ...(await reports(tx, projectId, heads)),
  ]);
  return {
    items: heads.flatMap(({ id }) => found.get(id) ?? []),
    names,
    pages: Math.ceil((await countNews(tx, projectId)) / ON_PAGE),
  };
}

type Found = [id: string, update: Update][];

function ofKind(heads: readonly NewsHead[], kind: NewsHead["kind"]): ReadonlyMap<string, Date> {
  return new Map(heads.filter((head) => head.kind === kind).map(({ id, at }) => [id, at]));
}

async function publications(tx: PortalTx, projectId: string, heads: readonly NewsHead[]): Promise<Found> {
  const times = ofKind(heads, "publication");
  if (times.size === 0) return [];
  const rows = await publicationsWithEarlier(tx, projectId, [...times.keys()]);
  const receipts = await ownReceipts(tx, projectId);
  const byNumber = new Map(rows.map((row) => [row.n, row]));
  return rows.flatMap((row): Found => {
    const at = times.get(row.id);
    if (!at) return [];
    const news = newsOf(row, byNumber.get(row.n - 1), receipts.get(row.id));
    return [[row.id, { kind: "publication", id: row.id, at, news }]];
  });
}

async function messages(
  tx: PortalTx,
  projectId: string,
  heads: readonly NewsHead[],
  names: ReadonlyMap<string, string>,
): Promise<Found> {
  const times = ofKind(heads, "message");
  if (times.size === 0) return [];
  const rows = await messagesOf(tx, projectId, [...times.keys()]);
  return rows.flatMap(({ id, title, body, authorId }): Found => {
    const at = times.get(id);
    return at ? [[id, { kind: "message", id, at, title, body, by: names.get(authorId ?? "") ?? null }]] : [];
  });
}

async function reached(tx: PortalTx, projectId: string, heads: readonly NewsHead[]): Promise<Found> {
  const times = ofKind(heads, "reached");
  if (times.size === 0) return [];
  const plan = await planOf(tx, projectId);
  return (plan?.milestones ?? []).flatMap(({ id, number, title }): Found => {
    const at = times.get(id);
    return at ? [[id, { kind: "reached", id, at, number, title }]] : [];
  });
}

async function decisions(tx: PortalTx, projectId: string, heads: readonly NewsHead[]): Promise<Found> {
  const times = ofKind(heads, "decision");
  if (times.size === 0) return [];
  const rows = await decisionsOf(tx, projectId, [...times.keys()]);
  return rows.flatMap(({ id, number, title, outcome }): Found => {
    const at = times.get(id);
    return at ? [[id, { kind: "decision", id, at, number, title, outcome }]] : [];
  });
}

async function reports(tx: PortalTx, projectId: string, heads: readonly NewsHead[]): Promise<Found> {
  const times = ofKind(heads, "report");
  if (times.size === 0) return [];
  const rows = await reportsOf(tx, projectId, [...times.keys()]);
  return rows.flatMap(({ id, n }): Found => {
    const at = times.get(id);
    return at ? [[id, { kind: "report", id, at, n }]] : [];
  });
}
