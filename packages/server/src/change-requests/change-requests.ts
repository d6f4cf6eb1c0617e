import { can } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import { requestApproval } from "../approvals/approvals.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { lockPlan } from "../milestones/locks.store.ts";
import { findMilestone } from "../milestones/milestones.store.ts";
import { type ProjectAccess, visibleProject } from "../projects/project-access.store.ts";
import { type Estimate, effectOfChange } from "./change-effect.ts";
import {
  type ChangeRow,
  findChange,
  insertChange,
  insertQuote,
  listChanges,
  nextChangeNumber,
  stepChange,
} from "./change-requests.store.ts";
import { type ChangeRequestView, presentChange } from "./change-requests.view.ts";

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
  return one(scope, id);
}

export interface Quote extends Estimate {
  priceMinor: number;
  words: string;
  deciderIds: string[];
  dueOn: string | null;
}

/** What it costs in days and money, put before the client as a question with two answers. */
export async function quoteChange(
  scope: Scope,
  { project, change }: ChangeAccess,
  quote: Quote,
): Promise<ChangeRow> {
  const { days, milestones } = await effectOfChange(scope, project.id, quote);
  const approvalId = await requestApproval(scope, project.id, {
    kind: "question",
    rule: "any",
    title: change.title,
    question: `Shall we add “${change.title}”?`,
    consequence: quote.words,
    choices: [
      { text: "Yes, add it", days, priceMinor: quote.priceMinor },
      { text: "No, leave the plan as it is", days: null, priceMinor: null },
    ],
    deciders: quote.deciderIds.map((personId) => ({ personId })),
    dueOn: quote.dueOn,
  });
  if (!(await stepChange(scope, change.id, ["asked"], { state: "quoted" })))
    throw await elsewhere(scope, project, change.id);
  const { low, likely, high, priceMinor, words, milestoneId } = quote;
  await insertQuote(scope, {
    workspaceId: scope.actor.workspaceId,
    id: newId(),
    changeRequestId: change.id,
    milestoneId,
    approvalId,
    personId: scope.actor.personId,
    low,
    likely,
    high,
    priceMinor,
    words,
    effect: JSON.stringify(milestones.map((each) => ({ milestoneId: each.milestoneId, days: each.days }))),
    createdAt: scope.now,
  });
  await tell(scope, change, "quoted", { approvalId, days });
  return one(scope, change.id);
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
  return one(scope, change.id);
}

export async function tell(
  scope: Scope,
  { id, projectId }: Pick<ChangeRow, "id" | "projectId">,
  happened: "asked" | "quoted" | "accepted" | "declined",
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
