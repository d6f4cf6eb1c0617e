import type { QueryClient } from "@tanstack/react-query";
import { answer, api, ifMatch } from "../lib/api.ts";
import { takeBackDates } from "../lib/date-acts.ts";
import { atMilestone } from "../lib/milestone-acts.ts";
import { type Finding, type Milestone, type Plan, planQuery } from "../lib/plan-query.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { offerUndo } from "../lib/undo.tsx";
import type { OneClick } from "./fixes.ts";

/** Mends a finding with what it offers; the server checks that it still offers it. */
export async function applyFix(
  client: QueryClient,
  plan: Plan,
  { id, subject }: Finding,
  fix: OneClick,
  said: string,
): Promise<void> {
  const projectId = plan.project.id;
  const { eventId } = await answer(
    api.POST("/api/v1/projects/{projectId}/findings/{checkId}/fix", {
      params: { path: { projectId, checkId: id } },
      body: { subject, fix: { ...fix } },
    }),
  );
  await refreshPlan(client, projectId);
  offerUndo(said, async () => {
    if (eventId) return takeBackDates(client, projectId, eventId);
    await takeBack(await client.fetchQuery({ ...planQuery(projectId), staleTime: 0 }), plan, fix);
    await refreshPlan(client, projectId);
  });
}

/** The inverse of a fix by ordinary routes: `now` is the plan with it, `before` the plan without. */
async function takeBack(now: Plan, before: Plan, fix: OneClick): Promise<void> {
  const projectId = now.project.id;
  switch (fix.kind) {
    case "set_dates":
      return;
    case "link_objective":
      return putObjectives(now, fix);
    case "add_criterion":
      return removeNewCriterion(milestoneOf(now, fix.milestoneId), milestoneOf(before, fix.milestoneId));
    case "add_approver":
      return removeApprover(milestoneOf(now, fix.milestoneId), fix.personId);
    case "remove_link":
      return restoreLink(before, fix.linkId);
    case "set_risk_owner":
      return putRiskOwner(now, before, fix.riskId);
    case "set_review_cadence": {
      const { revision } = now.project;
      const body = { reviewCadence: before.project.reviewCadence };
      const params = { path: { projectId } };
      await answer(api.PATCH("/api/v1/projects/{projectId}", { params, headers: ifMatch(revision), body }));
      return;
    }
    case "set_contact_role": {
      const params = { path: { projectId, contactId: fix.contactId } };
      await answer(api.DELETE("/api/v1/projects/{projectId}/contacts/{contactId}", { params }));
    }
  }
}

async function putObjectives(
  now: Plan,
  { milestoneId, objectiveId }: Extract<OneClick, { kind: "link_objective" }>,
): Promise<void> {
  const objectiveIds = milestoneOf(now, milestoneId)?.objectiveIds.filter((id) => id !== objectiveId) ?? [];
  await answer(
    api.PUT("/api/v1/milestones/{milestoneId}/objectives", {
      ...atMilestone(milestoneId),
      body: { objectiveIds },
    }),
  );
}

async function removeNewCriterion(now: Milestone | undefined, before: Milestone | undefined): Promise<void> {
  const old = new Set(before?.criteria.map(({ id }) => id));
  const made = now?.criteria.find(({ id }) => !old.has(id));
  if (!made) return;
  await answer(api.DELETE("/api/v1/criteria/{criterionId}", { params: { path: { criterionId: made.id } } }));
}

async function removeApprover(now: Milestone | undefined, personId: string): Promise<void> {
  if (!now) return;
  const roles = now.roles.filter((role) => role.personId !== personId || role.role !== "approver");
  await answer(
    api.PUT("/api/v1/milestones/{milestoneId}/roles", { ...atMilestone(now.id), body: { roles } }),
  );
}

async function restoreLink(before: Plan, linkId: string): Promise<void> {
  const link = before.dependencies.find(({ id }) => id === linkId);
  if (!link) return;
  const { from, to, kind, lagDays } = link;
  const end = (item: typeof from) => ({ kind: item.kind, id: item.id });
  const body = { from: end(from), to: end(to), kind, lagDays };
  const params = { path: { projectId: before.project.id } };
  await answer(api.POST("/api/v1/projects/{projectId}/dependencies", { params, body }));
}

async function putRiskOwner(now: Plan, before: Plan, riskId: string): Promise<void> {
  const risk = now.risks.find(({ id }) => id === riskId);
  const ownerId = before.risks.find(({ id }) => id === riskId)?.ownerId ?? null;
  if (!risk) return;
  const params = { path: { riskId } };
  await answer(
    api.PATCH("/api/v1/risks/{riskId}", { params, headers: ifMatch(risk.revision), body: { ownerId } }),
  );
}

function milestoneOf(plan: Plan, id: string): Milestone | undefined {
  return plan.milestones.find((milestone) => milestone.id === id);
}
