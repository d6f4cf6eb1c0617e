import { isOpenMilestone } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import type { PlanVersionRow } from "../plan/plan-versions.store.ts";
import { nextVersion, unpublishedVersion } from "../plan/plan-versions.ts";
import { readPlan, type WholePlan } from "../plan/read-plan.ts";
import { sayIn } from "../words/say.ts";
import { type ClientChange, clientDiff, makesVersion, unpublished } from "./client-diff.ts";
import { type FrozenSnapshot, freezeForClients } from "./client-snapshot.ts";
import { ClientSnapshot, type ClientSnapshotView } from "./client-snapshot.view.ts";
import { newsBetween } from "./news.ts";
import { draftText } from "./publication-words.ts";
import {
  frozenText,
  lastPublication,
  type PublicationRow,
  type Recipient,
  recipientsOf,
} from "./publications.store.ts";
import type { PublicationPreviewView, PublicationView } from "./publications.view.ts";
import { teamOf } from "./receipts.store.ts";
import { teamDraft } from "./team-words.ts";

/** What a publication would be at this moment. */
export interface Prepared {
  whole: WholePlan;
  frozen: FrozenSnapshot;
  last: PublicationRow | null;
  /** The last one, as long as its two minutes run. */
  held: PublicationRow | null;
  changes: ClientChange[];
  count: number;
  recipients: Recipient[];
  /** Who of the team is told. */
  team: Recipient[];
  makesVersion: boolean;
  /** The plan version that is there already, made by a change of the client. */
  waiting: PlanVersionRow | undefined;
}

export async function prepare(scope: Scope, projectId: string, read?: WholePlan): Promise<Prepared> {
  const whole = read ?? (await readPlan(scope, projectId));
  const last = (await lastPublication(scope, projectId)) ?? null;
  const before = last === null ? null : await readSnapshot(scope, last.id);
  const frozen = freezeForClients(whole, before);
  const changes = clientDiff(before, frozen.snapshot, whole.work.calendar);
  const waiting = await unpublishedVersion(scope, whole);
  return {
    whole,
    frozen,
    last,
    held: last !== null && last.heldUntil > scope.now ? last : null,
    changes,
    count: unpublished(changes),
    recipients: await recipientsOf(scope, projectId),
    team: (await teamOf(scope, projectId)).filter(({ id }) => id !== scope.actor.personId),
    makesVersion: waiting !== undefined || makesVersion(last === null, changes),
    waiting,
  };
}

export async function readSnapshot(scope: Scope, publicationId: string): Promise<ClientSnapshotView> {
  return ClientSnapshot.parse(JSON.parse(await frozenText(scope, publicationId)));
}

export async function presentPreview(scope: Scope, prepared: Prepared): Promise<PublicationPreviewView> {
  const { whole, frozen, last, held, changes, count, recipients } = prepared;
  const { head } = whole.rows;
  return {
    hash: frozen.hash,
    last: last?.n ?? 0,
    changes,
    count,
    version: prepared.makesVersion ? (prepared.waiting?.n ?? (await nextVersion(scope, head.id))) : null,
    recipients: recipients.map(({ id, name, role }) => ({
      id,
      name,
      role: role === "approver" ? role : "observer",
    })),
    team: prepared.team.map(({ id, name }) => ({ id, name })),
    teamOnly: whole.rows.milestones
      .filter(({ audience, state }) => audience === "team" && state !== "dropped")
      .map(({ id, number, title, targetOn, revision }) => ({
        id,
        ref: `${head.key}-M${number}`,
        title,
        targetOn,
        revision,
      })),
    blocked: blockedBy(prepared),
    held: held && presentPublication(held),
    draft: await draftsOf(scope, prepared),
  };
}

/** Why it cannot be published; null when it can. */
export function blockedBy({ whole, frozen, recipients }: Prepared): PublicationPreviewView["blocked"] {
  if (whole.rows.head.clientId === null) return "no-client";
  if (recipients.length === 0) return "no-contact";
  const dated = frozen.snapshot.milestones.some(
    (one) => one.targetOn !== null && (isOpenMilestone(one) || one.state === "accepted"),
  );
  return dated ? null : "no-dated-milestone";
}

/** In the client's words where all of them read the same language; the team writes English to itself. */
async function draftsOf(
  scope: Scope,
  { last, frozen, recipients, whole }: Prepared,
): Promise<PublicationPreviewView["draft"]> {
  const news = await newsBetween(scope, {
    projectId: whole.rows.head.id,
    before: last && { snapshot: await readSnapshot(scope, last.id), createdAt: new Date(last.createdAt) },
    after: frozen.snapshot,
    publicationId: null,
    until: scope.now,
  });
  const [language = "en", ...others] = new Set(recipients.map((one) => one.language));
  return {
    clientText: draftText(sayIn(others.length === 0 ? language : "en"), news),
    teamText: teamDraft(news),
  };
}

export function presentPublication(row: PublicationRow): PublicationView {
  const { id, projectId, n, hash, clientText, teamText, version } = row;
  return {
    id,
    projectId,
    n,
    hash,
    clientText,
    teamText,
    version,
    at: new Date(row.createdAt).toISOString(),
    heldUntil: row.heldUntil.toISOString(),
    by: row.personId !== null && row.author !== null ? { id: row.personId, name: row.author } : null,
  };
}
