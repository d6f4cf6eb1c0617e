import type { Plan, PlanMilestone } from "../plan.ts";
import type { Fix } from "./finding.ts";

/**
 * The plan as it would be with this fix: what a preview shows. `ask` changes nothing, since its answer is not known.
 * @example applyFix(plan, { kind: "link_objective", milestoneId: "m1", objectiveId: "o1" })
 */
export function applyFix(plan: Plan, fix: Fix): Plan {
  const change = (id: string, edit: (milestone: PlanMilestone) => PlanMilestone): Plan => ({
    ...plan,
    milestones: plan.milestones.map((milestone) => (milestone.id === id ? edit(milestone) : milestone)),
  });
  switch (fix.kind) {
    case "set_dates": {
      const changes = new Map(fix.changes.map(({ milestoneId, ...dates }) => [milestoneId, dates]));
      return { ...plan, milestones: plan.milestones.map((each) => ({ ...each, ...changes.get(each.id) })) };
    }
    case "link_objective":
      return change(fix.milestoneId, (m) => ({ ...m, objectiveIds: [...m.objectiveIds, fix.objectiveId] }));
    case "add_criterion": {
      const criterion = { id: `new-criterion-of-${fix.milestoneId}`, text: fix.text, answered: false };
      return change(fix.milestoneId, (m) => ({ ...m, criteria: [...m.criteria, criterion] }));
    }
    case "add_approver":
      return change(fix.milestoneId, (m) => ({ ...m, approverIds: [...m.approverIds, fix.personId] }));
    case "set_contact_role": {
      const contacts = plan.contacts.map((each) =>
        each.id === fix.contactId ? { ...each, role: fix.role } : each,
      );
      return { ...plan, contacts };
    }
    case "remove_link":
      return { ...plan, links: plan.links.filter(({ id }) => id !== fix.linkId) };
    case "set_review_cadence":
      return { ...plan, reviews: { ...plan.reviews, everyDays: fix.everyDays } };
    case "set_risk_owner": {
      const risks = plan.risks.map((each) =>
        each.id === fix.riskId ? { ...each, ownerId: fix.personId } : each,
      );
      return { ...plan, risks };
    }
    case "ask":
      return plan;
  }
}
