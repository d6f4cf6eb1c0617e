import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, type Problem, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { dropWaiting } from "../mail/mails.store.ts";
import { tellAdjustments, untellAdjustments } from "../milestones/adjustments.store.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { type PlanVersionRow, publishVersion, withdrawVersions } from "../plan/plan-versions.store.ts";
import { addVersion } from "../plan/plan-versions.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import {
  blockedBy,
  type Prepared,
  prepare,
  presentPreview,
  presentPublication,
} from "./publication-preview.ts";
import {
  findPublication,
  insertPublication,
  linksAskingAbout,
  listPublications,
  type PublicationRow,
  withdrawHeld,
} from "./publications.store.ts";
import type { PublicationPreviewView, PublicationStateView, PublicationView } from "./publications.view.ts";

export interface WantedPublication {
  clientText: string;
  teamText: string;
  /** What was seen: the hash of the preview and the last publication then. */
  expectedHash: string;
  expectedLast: number;
}

export async function previewPublication(
  scope: Scope,
  { id }: ProjectAccess,
): Promise<PublicationPreviewView> {
  return presentPreview(scope, await prepare(scope, id));
}

/** Freezes the plan for clients as it was previewed; they read it when two minutes are over. */
export async function publish(
  scope: Scope,
  projectId: string,
  wanted: WantedPublication,
): Promise<PublicationView> {
  // Of two who publish at the same moment the second waits, and then finds it published.
  await lockPlan(scope, projectId);
  const prepared = await prepare(scope, projectId);
  await refuseOther(scope, prepared, wanted);
  const { frozen, last } = prepared;
  const id = newId();
  const n = (last?.n ?? 0) + 1;
  await insertPublication(scope, {
    workspaceId: scope.actor.workspaceId,
    id,
    projectId,
    personId: scope.actor.personId,
    n,
    snapshot: frozen.text,
    hash: frozen.hash,
    clientText: wanted.clientText,
    teamText: wanted.teamText,
    heldUntil: new Date(scope.now.getTime() + scope.kit.publishHoldMs),
    withdrawnBy: null,
    withdrawnAt: null,
    createdAt: scope.now,
  });
  await tellAdjustments(scope, projectId, id);
  const version = prepared.makesVersion ? await versionOf(scope, prepared, id) : null;
  await record(scope, {
    verb: "publication.made",
    subject: { kind: "publication", id },
    projectId,
    data: { n, hash: frozen.hash, version: version && { id: version.id, n: version.n, hash: version.hash } },
  });
  return presentPublication(await standing(scope, id));
}

async function versionOf(
  scope: Scope,
  { whole, waiting }: Prepared,
  publicationId: string,
): Promise<PlanVersionRow> {
  if (!waiting) return addVersion(scope, whole, { reason: "", publicationId });
  await publishVersion(scope, waiting.id, publicationId);
  return { ...waiting, publicationId };
}

async function refuseOther(scope: Scope, prepared: Prepared, wanted: WantedPublication): Promise<void> {
  const { last, held, frozen } = prepared;
  if (held !== null)
    throw conflict(
      "publication-held",
      "The last publication is about to leave. Undo it, or wait until it is out.",
      {
        held: presentPublication(held),
      },
    );
  const blocked = blockedBy(prepared);
  if (blocked !== null) throw refusalOf(blocked);
  if ((last?.n ?? 0) === wanted.expectedLast && frozen.hash === wanted.expectedHash) return;
  throw conflict("plan-moved", "The plan has changed since you looked. This is what it says now.", {
    preview: await presentPreview(scope, prepared),
  });
}

function refusalOf(why: NonNullable<PublicationPreviewView["blocked"]>): Problem {
  const words = {
    "no-client": "This project has no client, so there is nobody to publish to.",
    "no-contact": "Nobody of the client is on this project yet. Give a contact a part in it first.",
    "no-dated-milestone":
      "Clients would see no milestone with a date. Show them at least one, and give it a target date.",
  };
  return refused(why, words[why]);
}

/** Within its two minutes as if it had never been; with it goes the plan version that it made. */
export async function withdrawPublication(scope: Scope, { id, projectId, n }: PublicationRow): Promise<void> {
  await lockPlan(scope, projectId);
  if (!(await withdrawHeld(scope, id)))
    throw refused(
      "publication-out",
      "This publication is out already. Publish again to tell the client what is different.",
    );
  await withdrawVersions(scope, id);
  await untellAdjustments(scope, id);
  // A request that asks about it is cancelled with it: its deciders never hear of it.
  await dropWaiting(scope.tx, scope.actor.workspaceId, await linksAskingAbout(scope, id));
  await record(scope, {
    verb: "publication.withdrawn",
    subject: { kind: "publication", id },
    projectId,
    data: { n },
  });
}

/** What clients were told and when, newest first; a guest has no part in it. */
export async function publicationsOf(scope: Scope, { id }: ProjectAccess): Promise<PublicationView[]> {
  if (scope.actor.role === "guest") return [];
  return (await listPublications(scope, id)).map(presentPublication);
}

/** How far the plan is from what clients read. */
export async function publicationState(
  scope: Scope,
  { id, clientId }: ProjectAccess,
): Promise<PublicationStateView> {
  if (clientId === null || scope.actor.role === "guest") return { count: null, last: null, held: null };
  const { count, last, held } = await prepare(scope, id);
  return { count, last: last && presentPublication(last), held: held && presentPublication(held) };
}

/** A publication of a project that this person may see. */
export async function visiblePublication(scope: Scope, id: string) {
  const publication = await standing(scope, id);
  return { publication, ...(await visibleProject(scope, publication.projectId)) };
}

async function standing(scope: Scope, id: string): Promise<PublicationRow> {
  const found = await findPublication(scope, id);
  if (!found) throw notFound();
  return found;
}
