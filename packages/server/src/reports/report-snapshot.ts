import { newestPublications } from "../client-home/client-plan.store.ts";
import { ageOf, type ClientPlan, healthOf, nextOf, planOf } from "../client-home/client-plan.ts";
import { openApprovals, openRequests, type Waiting } from "../client-home/needs.store.ts";
import { newsOf } from "../client-home/news.ts";
import { moneyOf } from "../client-home/payments.ts";
import type { PortalTx } from "../db/database.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { civilDate } from "../kit/clock.ts";
import { sha256 } from "../kit/secret.ts";
import { ClientSnapshot } from "../publications/client-snapshot.view.ts";
import { paperOf } from "./report-paper.ts";
import { type BaselineRow, baselineOf, newestReport } from "./report-portal.store.ts";
import { ReportSnapshot, type ReportSnapshotView } from "./report-snapshot.view.ts";

const RISKS = 3;
const CHANGES = 3;

export interface FrozenReport {
  publicationId: string;
  snapshot: ReportSnapshotView;
  /** As it is stored, byte by byte. */
  text: string;
  hash: string;
}

/** Where the workspace is: whose day it is, and on which paper it prints. */
export interface Place {
  zone: string;
  country: string | null;
}

/** What a report that is made now says, read as a client reads; null before anything was published. */
export async function freezeReport(
  tx: PortalTx,
  { id: projectId, zone, country }: { id: string } & Place,
  now: Date,
): Promise<FrozenReport | null> {
  const plan = await planOf(tx, projectId);
  if (!plan) return null;
  const before = await newestReport(tx, projectId);
  const since = before ? ReportSnapshot.parse(JSON.parse(before.snapshot)) : null;
  const onDate = civilDate(now, zone);
  const snapshot = ReportSnapshot.parse({
    ...headOf(plan, { onDate, zone, now }),
    paper: paperOf(country),
    ...milestonesOf(plan, await baselineOf(tx, projectId)),
    needs: needsOf([...(await openApprovals(tx, projectId)), ...(await openRequests(tx, projectId))]),
    since: since?.onDate ?? null,
    changes: await changesSince(tx, projectId, { zone, after: since?.publication.n ?? 0 }),
    money: money(plan),
    risks: plan.snapshot.risks.slice(0, RISKS),
  });
  const text = canonicalJson(snapshot);
  return { publicationId: plan.publication.id, snapshot, text, hash: sha256(text) };
}

function headOf(plan: ClientPlan, { onDate, zone, now }: { onDate: string; zone: string; now: Date }) {
  const { word, sentence, milestone } = healthOf(plan);
  const { name, currency } = plan.snapshot.project;
  const { n, createdAt } = plan.publication;
  return {
    format: 1,
    onDate,
    project: { name, currency },
    publication: { n, on: civilDate(createdAt, zone), ...ageOf(plan.publication, now) },
    health: { word, sentence, milestoneId: milestone?.id ?? null },
    nextId: nextOf(plan)?.id ?? null,
  };
}

function milestonesOf({ milestones }: ClientPlan, baseline: BaselineRow | undefined) {
  const agreed = new Map(
    baseline
      ? ClientSnapshot.parse(JSON.parse(baseline.snapshot)).milestones.map((one) => [one.id, one.targetOn])
      : [],
  );
  return {
    baseline: baseline ? { n: baseline.n, approved: baseline.approved } : null,
    milestones: milestones.map((one) => ({ ...one, baselineOn: agreed.get(one.id) ?? null })),
  };
}

/** Each thing once, with all whom it waits for; soonest first. */
function needsOf(waiting: readonly Waiting[]) {
  const byThing = new Map<string, Waiting[]>();
  for (const one of waiting) byThing.set(one.id, [...(byThing.get(one.id) ?? []), one]);
  return [...byThing.values()]
    .flatMap((all) => {
      const [first] = all;
      if (!first) return [];
      const personIds = all.flatMap(({ personId, delegateId }) => delegateId ?? personId ?? []);
      return [{ title: first.title, dueOn: first.dueOn, personIds: [...new Set(personIds)] }];
    })
    .sort((a, b) => compare(a.dueOn ?? "9", b.dueOn ?? "9"));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** What was published since the report before, the newest first; that the plan is there at all is no change. */
async function changesSince(
  tx: PortalTx,
  projectId: string,
  { zone, after }: { zone: string; after: number },
) {
  const rows = await newestPublications(tx, projectId, CHANGES + 1);
  return rows
    .map((row, at) => ({ row, news: newsOf(row, rows[at + 1], undefined) }))
    .filter(({ row }) => row.n > after)
    .slice(0, CHANGES)
    .map(({ news: { n, at, text, moved } }) => ({ n, on: civilDate(at, zone), text, moved }));
}

function money(plan: ClientPlan) {
  const found = moneyOf(plan);
  if (!found) return null;
  const { total, reached, paid, next } = found;
  return { total, reached, paid, next: next ? { title: next.milestone.title, minor: next.minor } : null };
}
