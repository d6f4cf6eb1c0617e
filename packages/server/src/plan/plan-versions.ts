import { isOpenMilestone } from "@milepost/planning";
import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { sha256 } from "../kit/secret.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { PlanSnapshot, type PlanSnapshotView, snapshotOf } from "./plan-snapshot.ts";
import {
  findVersion,
  insertVersion,
  isOfChange,
  keptSnapshot,
  listVersions,
  type PlanVersionRow,
} from "./plan-versions.store.ts";
import type { PlanVersionView, VersionDiffView, WholePlanVersionView } from "./plan-versions.view.ts";
import { readPlan, type WholePlan } from "./read-plan.ts";
import { changesPlan, versionDiff } from "./version-diff.ts";

/** Keeps the plan as it is now as the next version; refused when there is nothing to keep or nothing new in it. */
export async function keepVersion(
  scope: Scope,
  projectId: string,
  { reason = "" }: { reason?: string | undefined },
): Promise<PlanVersionView> {
  // Of two people who keep a plan at the same moment the second waits, and then finds it kept.
  await lockPlan(scope, projectId);
  const whole = await readPlan(scope, projectId);
  if (!whole.plan.milestones.some((one) => isOpenMilestone(one) && one.targetOn !== null))
    throw refused(
      "nothing-dated",
      "No open milestone has a date yet, so there is nothing to measure against.",
    );
  const plan = snapshotOf(whole);
  const [last] = await listVersions(scope, projectId);
  if (last) await refuseUnchanged(scope, last, plan, whole);
  const version = await addVersion(scope, whole, { reason, publicationId: null });
  await record(scope, {
    verb: "project.planKept",
    subject: { kind: "project", id: projectId },
    projectId,
    data: { versionId: version.id, n: version.n, hash: version.hash, reason },
  });
  return presentVersion(version);
}

/** The plan as it is becomes the next version; whoever calls this holds the plan locked. */
export async function addVersion(
  scope: Scope,
  whole: WholePlan,
  { reason, publicationId }: { reason: string; publicationId: string | null },
): Promise<PlanVersionRow> {
  const { id: projectId } = whole.rows.head;
  const snapshot = canonicalJson(snapshotOf(whole));
  const version = {
    workspaceId: scope.actor.workspaceId,
    id: newId(),
    projectId,
    personId: scope.actor.personId,
    n: await nextVersion(scope, projectId),
    reason,
    hash: sha256(snapshot),
    publicationId,
    createdAt: scope.now,
  };
  await insertVersion(scope, { ...version, snapshot });
  return { ...version, approval: null };
}

/**
 * A version that a change of the client has made is what the next publication puts before them, as long as nothing else has
 * changed since: it gets no version beside it.
 */
export async function unpublishedVersion(
  scope: Scope,
  whole: WholePlan,
): Promise<PlanVersionRow | undefined> {
  const [last] = await listVersions(scope, whole.rows.head.id);
  if (!last || last.publicationId !== null || !(await isOfChange(scope, last.id))) return undefined;
  const kept = PlanSnapshot.parse(JSON.parse(await keptSnapshot(scope, last.id)));
  return changesPlan(versionDiff(kept, snapshotOf(whole), whole.work.calendar)) ? undefined : last;
}

export async function nextVersion(scope: Scope, projectId: string): Promise<number> {
  const [last] = await listVersions(scope, projectId);
  return (last?.n ?? 0) + 1;
}

async function refuseUnchanged(
  scope: Scope,
  last: PlanVersionRow,
  plan: PlanSnapshotView,
  { work }: WholePlan,
): Promise<void> {
  const kept = PlanSnapshot.parse(JSON.parse(await keptSnapshot(scope, last.id)));
  if (!changesPlan(versionDiff(kept, plan, work.calendar)))
    throw refused("plan-unchanged", `Nothing in the plan has changed since version ${last.n}.`, {
      n: last.n,
    });
}

export async function projectVersions(scope: Scope, projectId: string): Promise<PlanVersionView[]> {
  return (await listVersions(scope, projectId)).map(presentVersion);
}

/** A version of a project that this person may see. */
export async function visibleVersion(scope: Scope, id: string) {
  const version = await findVersion(scope, id);
  if (!version) throw notFound();
  return { version, ...(await visibleProject(scope, version.projectId)) };
}

type VersionAccess = Awaited<ReturnType<typeof visibleVersion>>;

export async function wholeVersion(
  scope: Scope,
  { version, project }: VersionAccess,
): Promise<WholePlanVersionView> {
  const plan = await shownSnapshot(scope, project, version.id);
  return { ...presentVersion(version), plan };
}

/** What has changed from one version to another of the same project, or to the plan as it is now. */
export async function diffOfVersions(
  scope: Scope,
  { version, project }: VersionAccess,
  toId: string | undefined,
): Promise<VersionDiffView> {
  const to = toId === undefined ? null : await findVersion(scope, toId);
  if (to === undefined || (to && to.projectId !== project.id)) throw notFound("There is no such version.");
  const whole = await readPlan(scope, project.id);
  const before = await shownSnapshot(scope, project, version.id);
  const after = to
    ? await shownSnapshot(scope, project, to.id)
    : shown(scope, project, snapshotOf(whole), whole);
  return {
    from: presentVersion(version),
    to: to && presentVersion(to),
    changes: versionDiff(before, after, whole.work.calendar),
  };
}

async function shownSnapshot(scope: Scope, project: ProjectAccess, id: string): Promise<PlanSnapshotView> {
  const plan = PlanSnapshot.parse(JSON.parse(await keptSnapshot(scope, id)));
  return shown(scope, project, plan, scope.actor.role === "guest" ? await readPlan(scope, project.id) : null);
}

/** No money for who may not see it, and for a guest no more of a past plan than of the present one. */
function shown(
  { actor }: Scope,
  project: ProjectAccess,
  plan: PlanSnapshotView,
  whole: WholePlan | null,
): PlanSnapshotView {
  const money = can(actor, "money.read", { project });
  const milestones = plan.milestones.map((one) => ({ ...one, priceMinor: money ? one.priceMinor : null }));
  if (actor.role !== "guest") return { ...plan, milestones };
  const seen = new Set(
    [...(whole?.rows.milestones ?? []), ...(whole?.rows.objectives ?? [])].map(({ id }) => id),
  );
  return {
    ...plan,
    objectives: plan.objectives.filter(({ id }) => seen.has(id)),
    milestones: milestones
      .filter(({ id }) => seen.has(id))
      .map((one) => ({ ...one, objectiveIds: one.objectiveIds.filter((id) => seen.has(id)) })),
    links: plan.links.filter(({ from, to }) => seen.has(from) && seen.has(to)),
  };
}

function presentVersion(row: PlanVersionRow): PlanVersionView {
  const { id, projectId, n, reason, hash, personId, createdAt, approval } = row;
  const approved = approval && { ...approval, at: new Date(approval.at).toISOString() };
  return { id, projectId, n, reason, hash, personId, at: new Date(createdAt).toISOString(), approved };
}
