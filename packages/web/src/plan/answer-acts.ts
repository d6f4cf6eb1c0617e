import type { QueryClient } from "@tanstack/react-query";
import { addActivities } from "../lib/activity-acts.ts";
import { answer, api, ifMatch } from "../lib/api.ts";
import { changeMilestone, createMilestone, serveObjectives } from "../lib/milestone-acts.ts";
import type { Milestone, Objective, Plan, Risk } from "../lib/plan-query.ts";
import { refreshPlan } from "../lib/plan-writes.ts";
import { giveRoles } from "../lib/role-acts.ts";
import { offerUndo } from "../lib/undo.tsx";
import type { ChoiceTarget, TextTarget } from "./fixes.ts";
import { mergeMilestone } from "./grouping-acts.ts";
import { changeObjective, createObjective } from "./objective-acts.ts";

/** Puts an answer where it belongs, by the ordinary route, with its way back. */
export async function saveText(client: QueryClient, plan: Plan, to: TextTarget, text: string): Promise<void> {
  const projectId = plan.project.id;
  switch (to.kind) {
    case "milestone_words": {
      const milestone = milestoneOf(plan, to.milestoneId);
      const before = { [to.field]: milestone[to.field] };
      await changeMilestone(client, milestone, { [to.field]: text }, { said: "Changed", before });
      return;
    }
    case "statement":
      return changeObjective(client, objectiveOf(plan, to.objectiveId), { statement: text });
    case "response":
      return changeRisk(client, riskOf(plan, to.riskId), { response: text });
    case "card":
      return addActivities(client, milestoneOf(plan, to.milestoneId), [text]);
    case "new_objective": {
      const made = await createObjective(client, projectId, text);
      return serveObjectives(client, milestoneOf(plan, to.milestoneId), [made.id]);
    }
    case "new_milestone":
      await createMilestone(
        client,
        projectId,
        { title: text, ...(to.targetOn ? { targetOn: to.targetOn } : {}) },
        to.objectiveIds,
      );
  }
}

export async function saveChoice(
  client: QueryClient,
  plan: Plan,
  to: ChoiceTarget,
  id: string,
): Promise<void> {
  switch (to.kind) {
    case "owner": {
      const milestone = milestoneOf(plan, to.milestoneId);
      const before = { ownerId: milestone.ownerId };
      await changeMilestone(client, milestone, { ownerId: id }, { said: "Owner changed", before });
      return;
    }
    case "risk_owner":
      return changeRisk(client, riskOf(plan, to.riskId), { ownerId: id });
    case "approver": {
      const milestone = milestoneOf(plan, to.milestoneId);
      const roles = [...milestone.roles, { personId: id, role: "approver" as const, part: "" }];
      return giveRoles(client, milestone, roles, "Decider named");
    }
    case "objective": {
      const milestone = milestoneOf(plan, to.milestoneId);
      return serveObjectives(client, milestone, [...milestone.objectiveIds, id]);
    }
    case "serving": {
      const milestone = milestoneOf(plan, id);
      return serveObjectives(client, milestone, [...milestone.objectiveIds, to.objectiveId]);
    }
    case "merge":
      return mergeMilestone(client, milestoneOf(plan, to.milestoneId), to.cardId, milestoneOf(plan, id));
  }
}

async function changeRisk(
  client: QueryClient,
  risk: Risk,
  change: { response?: string; ownerId?: string },
): Promise<void> {
  const patch = (revision: number, body: { response?: string; ownerId?: string | null }) =>
    answer(
      api.PATCH("/api/v1/risks/{riskId}", {
        params: { path: { riskId: risk.id } },
        headers: ifMatch(revision),
        body,
      }),
    );
  const made = await patch(risk.revision, change);
  await refreshPlan(client, risk.projectId);
  const before = change.response === undefined ? { ownerId: risk.ownerId } : { response: risk.response };
  offerUndo("Risk changed", async () => {
    await patch(made.revision, before);
    await refreshPlan(client, risk.projectId);
  });
}

const milestoneOf = (plan: Plan, id: string): Milestone => known(plan.milestones, id);
const objectiveOf = (plan: Plan, id: string): Objective => known(plan.objectives, id);
const riskOf = (plan: Plan, id: string): Risk => known(plan.risks, id);

function known<T extends { id: string }>(things: readonly T[], id: string): T {
  const found = things.find((thing) => thing.id === id);
  if (!found) throw new Error(`${id} is not in this plan`);
  return found;
}
