import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { findApproval } from "../approvals/approvals.store.ts";
import { requestApproval } from "../approvals/approvals.ts";
import type { ChangeEffectView } from "../approvals/frozen-change.store.ts";
import { refuseOddEstimate } from "../board/card-fields.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { findMilestone } from "../milestones/milestones.store.ts";
import { readPlan } from "../plan/read-plan.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { expectMembers } from "../projects/project-people.ts";
import { readSnapshot } from "../publications/publication-preview.ts";
import { lastPublication } from "../publications/publications.store.ts";
import { type Estimate, effectOfChange, effectsOf, refuseClosed } from "./change-effect.ts";
import {
  type ChangeRow,
  findChange,
  insertChange,
  insertQuote,
  listChanges,
  nextChangeNumber,
  putBefore,
  stepChange,
} from "./change-requests.store.ts";
import { type ChangeRequestView, presentChange } from "./change-requests.view.ts";
import { mailDeclined, mailWish } from "./wish-mails.ts";

export interface ChangeAccess {
  project: ProjectAccess;
  change: ChangeRow;
}

export async function visibleChange(scope: Scope, id: string): Promise<ChangeAccess> {
  const change = scope.actor.role === "guest" ? undefined : await findChange(scope, id);
  if (!change) throw notFound();
  return { ...(await visibleProject(scope, change.projectId)), change };
}

export async function changesOf(scope: Scope, project: ProjectAccess): Promise<ChangeRequestView[]> {
  if (scope.actor.role === "guest") return [];
  return (await listChanges(scope, project.id)).map((row) => present(scope, project, row));
}

export function present(scope: Scope, project: ProjectAccess, row: ChangeRow): ChangeRequestView {
  return presentChange(row, can(scope.actor, "money.read", { project }));
}

export interface Wish {
  title: string;
  words: string;
  milestoneId?: string | null | undefined;
}

/** The client asks for more, from their page or by way of somebody of the team. */
export async function askForMore(
  scope: Scope,
  projectId: string,
  { title, words, milestoneId = null }: Wish,
): Promise<ChangeRow> {
  if (milestoneId !== null && (await findMilestone(scope, milestoneId))?.projectId !== projectId)
    throw notFound("There is no such milestone in this project.");
  await lockPlan(scope, projectId);
  const { workspaceId, personId } = scope.actor;
  const id = newId();
  const number = await nextChangeNumber(scope, projectId);
  const open = { answeredAt: null, answeredBy: null, planVersionId: null };
  const row = { workspaceId, id, projectId, number, title, words, milestoneId, personId, ...open };
  await insertChange(scope, { ...row, createdAt: scope.now });
  await tell(scope, { id, projectId }, "asked", { number, title });
  const change = await one(scope, id);
  await mailWish(scope, change);
  return change;
}

export interface Quote extends Estimate {
  priceMinor: number;
  words: string;
  deciderIds: string[];
  dueOn: string | null;
  targets?: { milestoneId: string; targetOn: string }[] | undefined;
}

/** What it costs in days and money, put before the client, who takes it, leaves it or asks for another offer. */
export async function quoteChange(
  scope: Scope,
  { project, change }: ChangeAccess,
  quote: Quote,
): Promise<ChangeRow> {
  refuseOddEstimate(quote);
  if (quote.assigneeId !== null) await expectMembers(scope, project.id, [quote.assigneeId]);
  await lockPlan(scope, project.id);
  if (!(await stepChange(scope, change.id, ["asked"], { state: "quoted" })))
    throw await elsewhere(scope, project, change.id);
  const effect = await promisedBy(scope, project.id, quote);
  await refuseUnpublished(scope, project.id, effect);
  const quoteId = newId();
  const { low, likely, high, priceMinor, words, milestoneId, assigneeId } = quote;
  await insertQuote(scope, {
    workspaceId: scope.actor.workspaceId,
    id: quoteId,
    changeRequestId: change.id,
    milestoneId,
    approvalId: null,
    personId: scope.actor.personId,
    assigneeId,
    low,
    likely,
    high,
    priceMinor,
    words,
    effect: JSON.stringify(effect),
    createdAt: scope.now,
  });
  const before = change.approvalId === null ? undefined : await findApproval(scope, change.approvalId);
  const wanted = {
    kind: "change" as const,
    rule: "any" as const,
    question: change.title,
    changeRequestId: change.id,
    deciders: quote.deciderIds.map((personId) => ({ personId })),
    dueOn: quote.dueOn,
  };
  const earlier = before ? { approval: before, changed: "" } : null;
  const approvalId = await requestApproval(scope, project.id, wanted, earlier);
  await putBefore(scope, quoteId, approvalId);
  await tell(scope, change, "quoted", { approvalId });
  return one(scope, change.id);
}

/** The dates that somebody looked at, else those of the forecast. */
async function promisedBy(scope: Scope, projectId: string, quote: Quote): Promise<ChangeEffectView> {
  const { targets } = quote;
  if (!targets) {
    const forecast = await effectOfChange(scope, projectId, quote);
    return forecast.targets.map(({ title: _title, ...effect }) => effect);
  }
  const { plan, work } = await readPlan(scope, projectId);
  for (const id of [quote.milestoneId, ...targets.map(({ milestoneId }) => milestoneId)])
    refuseClosed(plan.milestones.find((one) => one.id === id));
  return effectsOf(plan, work, new Map(targets.map(({ milestoneId, targetOn }) => [milestoneId, targetOn])));
}

/** What the client reads of a date is where the offer starts from. */
async function refuseUnpublished(scope: Scope, projectId: string, effect: ChangeEffectView): Promise<void> {
  const publication = await lastPublication(scope, projectId);
  if (!publication) return;
  const { milestones } = await readSnapshot(scope, publication.id);
  const other = milestones.find(({ id, targetOn, dropped }) =>
    effect.some(({ milestoneId, before }) => !dropped && milestoneId === id && before !== targetOn),
  );
  if (other)
    throw refused(
      "unpublished-dates",
      `Publish the plan first: of “${other.title}” the client still reads another date.`,
      { milestoneId: other.id, published: other.targetOn },
    );
}

/** The record stays, with the answer. */
export async function declineChange(
  scope: Scope,
  { project, change }: ChangeAccess,
  answer: string,
): Promise<ChangeRow> {
  const by = { answeredAt: scope.now, answeredBy: scope.actor.personId };
  if (!(await stepChange(scope, change.id, ["asked"], { state: "declined", answer, ...by })))
    throw await elsewhere(scope, project, change.id);
  await tell(scope, change, "declined", { by: "team" });
  const declined = await one(scope, change.id);
  await mailDeclined(scope, declined);
  return declined;
}

export async function tell(
  scope: Scope,
  { id, projectId }: Pick<ChangeRow, "id" | "projectId">,
  happened: "asked" | "quoted" | "accepted" | "declined" | "reopened",
  data: Record<string, unknown>,
): Promise<void> {
  await record(scope, {
    verb: `changeRequest.${happened}`,
    subject: { kind: "changeRequest", id },
    projectId,
    audience: "client",
    data,
  });
}

async function elsewhere(scope: Scope, project: ProjectAccess, id: string) {
  const now = await one(scope, id);
  if (now.state === "quoted" || now.state === "asked")
    return refused("already-quoted", "The client has an answer to this already. Wait for their decision.");
  return conflict("change-moved", "Somebody else was first. This is how it stands now.", {
    change: present(scope, project, now),
  });
}

export async function one(scope: Scope, id: string): Promise<ChangeRow> {
  const found = await findChange(scope, id);
  if (!found) throw notFound();
  return found;
}
