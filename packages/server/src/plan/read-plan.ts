import type { Plan } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { latestForecasts, type StoredForecast } from "../forecasts/forecasts.store.ts";
import { partsOf } from "../milestones/milestone-parts.store.ts";
import { listRisks } from "../milestones/risks.store.ts";
import { type WorkCalendar, workCalendar } from "../milestones/work-calendar.ts";
import { listObjectives } from "../objectives/objectives.store.ts";
import { clientTimes } from "./client-times.store.ts";
import { listDependencies } from "./dependencies.store.ts";
import { planAssignees, planCards } from "./plan-cards.store.ts";
import { planFixedDates, planHead, wasClientAsked } from "./plan-head.store.ts";
import { type PlanRows, planModel } from "./plan-model.ts";
import { clientPeople, memberIds, workingPeople } from "./plan-people.store.ts";
import { toldMilestones, untoldChanges } from "./told-plan.store.ts";
import { clientHolidays, workTimes } from "./work-times.store.ts";

export interface WholePlan {
  rows: PlanRows;
  plan: Plan;
  work: WorkCalendar;
  /** The newest there is; null before the first one. */
  forecast: StoredForecast | null;
}

/** What all plans of a workspace rest on; who reads several of them reads it once. */
export interface SharedByPlans {
  work: WorkCalendar;
  times: PlanRows["times"];
  members: PlanRows["members"];
}

export async function sharedByPlans(scope: Scope): Promise<SharedByPlans> {
  return {
    work: await workCalendar(scope),
    times: await workTimes(scope),
    members: await memberIds(scope),
  };
}

/** One project's plan as this person may see it: the same few statements however large it is. */
export async function readPlan(scope: Scope, projectId: string, shared?: SharedByPlans): Promise<WholePlan> {
  const { work, times, members } = shared ?? (await sharedByPlans(scope));
  const head = await planHead(scope, projectId);
  const rows: PlanRows = {
    head,
    objectives: await listObjectives(scope, projectId),
    milestones: await partsOf(scope, { projectId }),
    cards: await planCards(scope, projectId),
    assignees: await planAssignees(scope, projectId),
    dependencies: await listDependencies(scope, projectId),
    risks: await listRisks(scope, projectId),
    fixedDates: await planFixedDates(scope, projectId),
    people: await workingPeople(scope, projectId),
    times,
    members,
    contacts: await clientPeople(scope, head),
    clientHolidays: await clientHolidays(scope, head.clientId),
    told: head.clientId === null ? null : await toldMilestones(scope, projectId),
    untold: head.clientId === null ? [] : await untoldChanges(scope, projectId),
    askedForInput: head.clientId !== null && (await wasClientAsked(scope, projectId)),
    clientTimes: head.clientId === null ? [] : await clientTimes(scope, { projectIds: [projectId] }),
    answerTimes: head.clientId === null ? [] : await clientTimes(scope, { clientId: head.clientId }),
  };
  const forecast = (await latestForecasts(scope, [projectId])).get(projectId) ?? null;
  return { rows, plan: planModel(rows, work), work, forecast };
}
