import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { notFound, refused, stale } from "../kit/errors.ts";
import { asksNothing, given, type Some } from "../kit/given.ts";
import { newId } from "../kit/id.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { expectMembers } from "../projects/project-people.ts";
import { moveToTrash } from "../projects/trash.ts";
import { findMilestone } from "./milestones.store.ts";
import { findRisk, insertRisk, type RiskRow, replaceRiskMilestones, updateRisk } from "./risks.store.ts";

export interface RiskWords {
  title: string;
  chance: number;
  impactLow: number;
  impactLikely: number;
  impactHigh: number;
  trigger: string;
  response: string;
  audience: "team" | "client";
  status: "open" | "closed";
  ownerId: string | null;
}

type RiskChange = Some<RiskWords & { milestoneIds: string[] }>;
type Needed = "title" | "chance" | "impactLow" | "impactLikely" | "impactHigh";

/** The risk of a project that this person may see; 404 for everybody else. */
export async function visibleRisk(
  scope: Scope,
  id: string,
): Promise<{ project: ProjectAccess; risk: RiskRow }> {
  const risk = await findRisk(scope, id);
  if (!risk) throw notFound();
  return { ...(await visibleProject(scope, risk.projectId)), risk };
}

export async function createRisk(
  scope: Scope,
  { id: projectId }: ProjectAccess,
  wanted: RiskChange & Pick<RiskWords, Needed>,
): Promise<RiskRow> {
  const { milestoneIds = [], ownerId = null, ...words } = wanted;
  refuseCrossed(words);
  await expectParts(scope, projectId, ownerId, milestoneIds);
  const id = newId();
  await insertRisk(scope, {
    workspaceId: scope.actor.workspaceId,
    id,
    projectId,
    ownerId,
    title: words.title,
    chance: words.chance,
    impactLow: words.impactLow,
    impactLikely: words.impactLikely,
    impactHigh: words.impactHigh,
    trigger: words.trigger ?? "",
    response: words.response ?? "",
    audience: words.audience ?? "team",
    status: words.status ?? "open",
  });
  await replaceRiskMilestones(scope, id, milestoneIds);
  await record(scope, {
    verb: "risk.created",
    subject: { kind: "risk", id },
    projectId,
    data: { title: words.title, chance: words.chance },
  });
  return risk(scope, id);
}

export async function changeRisk(
  scope: Scope,
  before: RiskRow,
  revision: number,
  { milestoneIds, ...wanted }: RiskChange,
): Promise<RiskRow> {
  const { id, projectId } = before;
  const change = given(wanted);
  if (asksNothing({ ...change, milestoneIds })) return before;
  refuseCrossed({ ...before, ...change });
  await expectParts(scope, projectId, change.ownerId ?? null, milestoneIds ?? []);
  if (!(await updateRisk(scope, id, revision, change))) throw stale(await risk(scope, id));
  if (milestoneIds) await replaceRiskMilestones(scope, id, milestoneIds);
  await record(scope, {
    verb: "risk.changed",
    subject: { kind: "risk", id },
    projectId,
    data: { fields: [...Object.keys(change), ...(milestoneIds ? ["milestoneIds"] : [])] },
  });
  return risk(scope, id);
}

export async function trashRisk(scope: Scope, { id, projectId, title }: RiskRow): Promise<void> {
  await moveToTrash(scope, { kind: "risk", id, projectId, title });
}

function refuseCrossed({
  impactLow,
  impactLikely,
  impactHigh,
}: Pick<RiskWords, "impactLow" | "impactLikely" | "impactHigh">): void {
  if (impactLow > impactLikely || impactLikely > impactHigh)
    throw refused("impact-order", "Low is at most likely, and likely at most high.", {
      impactLow,
      impactLikely,
      impactHigh,
    });
}

async function expectParts(
  scope: Scope,
  projectId: string,
  ownerId: string | null,
  milestoneIds: readonly string[],
): Promise<void> {
  if (ownerId !== null) await expectMembers(scope, projectId, [ownerId]);
  for (const milestoneId of milestoneIds) {
    const milestone = await findMilestone(scope, milestoneId);
    if (milestone?.projectId !== projectId) throw notFound("There is no such milestone in this project.");
  }
}

async function risk(scope: Scope, id: string): Promise<RiskRow> {
  const found = await findRisk(scope, id);
  if (!found) throw notFound();
  return found;
}
