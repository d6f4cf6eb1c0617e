import {
  addWorkingDays,
  type TemplateActivity,
  type TemplateMilestone,
  type TemplateProcedure,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { findPlace } from "../board/card-place.store.ts";
import { createCard } from "../board/cards.ts";
import { addItems } from "../board/checklist.ts";
import { createRequest } from "../client-requests/client-requests.ts";
import { addCriterion } from "../milestones/criteria.ts";
import { addDeliverable } from "../milestones/deliverables.ts";
import type { MilestonePart } from "../milestones/milestone-roles.store.ts";
import { giveRoles, serveObjectives } from "../milestones/milestone-roles.ts";
import { createMilestone } from "../milestones/milestones.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import type { PlanToWrite } from "./template-plan.ts";

interface Around extends PlanToWrite {
  startOn: string | null;
  targetOn: string | null;
  /** Ids of the objectives that it serves. */
  serves: readonly string[];
}

export async function writeMilestone(
  scope: Scope,
  project: ProjectAccess,
  wanted: TemplateMilestone,
  { template, roles, startOn, targetOn, serves }: Around,
): Promise<{ id: string; cardIds: string[] }> {
  const { title, outcome, why, ownerRole, approverRole, activities } = wanted;
  const owner = ownerRole === null ? undefined : roles.get(ownerRole);
  const milestone = await createMilestone(scope, project, {
    title,
    outcome,
    why,
    audience: "client",
    clientApproval: approverRole !== null && project.clientId !== null,
    ownerId: owner ?? null,
    startOn,
    targetOn,
  });
  for (const text of wanted.criteria) await addCriterion(scope, milestone, { text });
  for (const deliverable of wanted.deliverables)
    await addDeliverable(scope, milestone, { title: deliverable, kind: "file" });
  if (serves.length > 0) await serveObjectives(scope, milestone, serves);
  const parts = partsOf(wanted, owner, roles);
  if (parts.length > 0) await giveRoles(scope, milestone, parts);
  await writeRequests(scope, project, wanted, { milestoneId: milestone.id, targetOn, roles });
  const { procedures } = template;
  const cardIds: string[] = [];
  for (const activity of activities)
    cardIds.push(await writeActivity(scope, project, milestone.id, activity, { roles, procedures }));
  return { id: milestone.id, cardIds };
}

/** Drafts: when they are asked, and whoever was not named, is for people to say. */
async function writeRequests(
  scope: Scope,
  project: ProjectAccess,
  { requests = [] }: TemplateMilestone,
  { milestoneId, targetOn, roles }: { milestoneId: string } & Pick<Around, "targetOn" | "roles">,
): Promise<void> {
  if (requests.length === 0 || project.clientId === null) return;
  const { calendar } = await workCalendar(scope);
  for (const { daysBefore, roleKey, questions, ...request } of requests) {
    const dueOn =
      daysBefore === null || targetOn === null ? null : addWorkingDays(calendar, targetOn, -daysBefore);
    const contactId = roleKey === null ? null : (roles.get(roleKey) ?? null);
    const wanted = { ...request, questions: [...questions], milestoneId, contactId, dueOn };
    await createRequest(scope, project, wanted);
  }
}

function partsOf(
  { approverRole, clientPart }: TemplateMilestone,
  owner: string | undefined,
  roles: ReadonlyMap<string, string>,
): MilestonePart[] {
  const approver = approverRole === null ? undefined : roles.get(approverRole);
  return [
    ...(owner ? [{ personId: owner, role: "responsible" as const, part: "" }] : []),
    ...(approver ? [{ personId: approver, role: "approver" as const, part: clientPart }] : []),
  ];
}

interface Hands {
  roles: ReadonlyMap<string, string>;
  procedures: readonly TemplateProcedure[];
}

async function writeActivity(
  scope: Scope,
  project: ProjectAccess,
  milestoneId: string,
  { title, low, likely, high, roleKey, procedureKey }: TemplateActivity,
  { roles, procedures }: Hands,
): Promise<string> {
  const person = roleKey === null ? undefined : roles.get(roleKey);
  const people = person ? [person] : [];
  const place = await findPlace(scope, project.id, {});
  const card = await createCard(scope, project.id, { title, low, likely, high, milestoneId, people }, place);
  const procedure = procedures.find(({ key }) => key === procedureKey);
  if (procedure !== undefined && procedure.steps.length > 0) {
    const lines = procedure.steps.map((text) => ({ heading: procedure.name, text }));
    await addItems(scope, card, lines, {});
  }
  return card.id;
}
