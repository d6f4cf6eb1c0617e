import {
  type Calendar,
  type Plan,
  type PlanChecklist,
  type PlanRequest,
  type Template,
  templateOf,
  workingDaysBetween,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { listRequests } from "../client-requests/client-requests.store.ts";
import { presentRequest } from "../client-requests/client-requests.view.ts";
import { listMembers } from "../people/members.store.ts";
import type { PlanRows } from "../plan/plan-model.ts";
import { readPlan } from "../plan/read-plan.ts";
import { project } from "../projects/projects.ts";
import { projectChecklists, reallyWorked } from "./project-template.store.ts";
import { mendReferences } from "./template-references.ts";

interface Words {
  name: string;
  trade?: string | undefined;
  summary?: string | undefined;
  durations?: "planned" | "actual" | undefined;
}

/** What planning's list says is carried over, and nothing else. People become what they do here. */
export async function projectTemplate(
  scope: Scope,
  projectId: string,
  { name, trade = "", summary = "", durations = "planned" }: Words,
): Promise<Template> {
  const { outcome } = await project(scope, projectId);
  const { plan, rows, work } = await readPlan(scope, projectId);
  const members = await listMembers(scope);
  const template = templateOf(inOrder(plan), {
    name,
    trade,
    summary,
    outcome: outcome.slice(0, 2_000),
    roleNames: Object.fromEntries(members.map(({ personId, title }) => [personId, title])),
    checklists: await checklistsOf(scope, projectId),
    clientParts: clientPartsOf(rows),
    requests: await requestsOf(scope, projectId, plan, work.calendar),
    ...(durations === "actual" ? { actual: await reallyWorked(scope, projectId, work.zone) } : {}),
  });
  return mendReferences(template).template;
}

/** By target, so that a template reads as the road goes. */
function inOrder(plan: Plan): Plan {
  const last = "9999-12-31";
  const milestones = [...plan.milestones].sort((a, b) => {
    const [left, right] = [a.targetOn ?? last, b.targetOn ?? last];
    return left < right ? -1 : left > right ? 1 : 0;
  });
  return { ...plan, milestones };
}

async function checklistsOf(scope: Scope, projectId: string): Promise<Record<string, PlanChecklist>> {
  const lists: Record<string, { name: string; steps: string[] }> = {};
  for (const { cardId, title, heading, text } of await projectChecklists(scope, projectId)) {
    lists[cardId] ??= { name: heading || title, steps: [] };
    if (lists[cardId].steps.length < 100) lists[cardId].steps.push(text);
  }
  return lists;
}

/** What the client was asked for, as what the next one will be asked for; what was cancelled was not needed. */
async function requestsOf(
  scope: Scope,
  projectId: string,
  { milestones }: Plan,
  calendar: Calendar,
): Promise<Record<string, PlanRequest[]>> {
  const targets = new Map(milestones.map(({ id, targetOn }) => [id, targetOn]));
  const asked: Record<string, PlanRequest[]> = {};
  for (const row of await listRequests(scope, projectId)) {
    if (row.milestoneId === null || row.state === "cancelled") continue;
    const { kind, title, why, questions, dueOn, milestoneId, contactId } = presentRequest(row);
    const target = targets.get(milestoneId ?? "") ?? null;
    const daysBefore = dueOn === null || target === null ? null : workingDaysBetween(calendar, dueOn, target);
    asked[row.milestoneId] ??= [];
    asked[row.milestoneId]?.push({ kind, title, why, questions, contactId, daysBefore: inAYear(daysBefore) });
  }
  return asked;
}

function inAYear(days: number | null): number | null {
  return days === null ? null : Math.max(-365, Math.min(365, days));
}

function clientPartsOf({ milestones }: PlanRows): Record<string, string> {
  const parts = milestones.flatMap(({ id, roles }) => {
    const part = roles.find(({ role }) => role === "approver")?.part ?? "";
    return part === "" ? [] : [[id, part.slice(0, 2_000)] as const];
  });
  return Object.fromEntries(parts);
}
