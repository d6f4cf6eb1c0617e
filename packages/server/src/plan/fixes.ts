import { cadenceInWords, cadenceOfDays, type Fix, type Subject } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { canonicalJson } from "../kit/canonical-json.ts";
import { conflict, notFound } from "../kit/errors.ts";
import { addCriterion } from "../milestones/criteria.ts";
import { type MilestoneWithParts, partsOf } from "../milestones/milestone-parts.store.ts";
import { giveRoles, serveObjectives } from "../milestones/milestone-roles.ts";
import { MilestoneRole } from "../milestones/milestones.view.ts";
import { changeRisk, visibleRisk } from "../milestones/risks.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { setContactRole } from "../projects/project-contacts.ts";
import { changeProject } from "../projects/projects.ts";
import { DATES_CHANGED } from "./date-changes.store.ts";
import { applyChanges } from "./date-changes.ts";
import { dropDependency, visibleDependency } from "./dependencies.ts";
import { checkOf } from "./plan-check.ts";
import { readPlan, type WholePlan } from "./read-plan.ts";

interface Wanted {
  checkId: string;
  subject: { kind: string; id: string };
  /** The fix as the plan offered it. */
  fix: Record<string, unknown>;
}

/** Mends a finding with the fix that it offers now; gives the event to undo where dates moved. */
export async function applyFix(
  scope: Scope,
  project: ProjectAccess,
  wanted: Wanted,
): Promise<{ eventId: string | null }> {
  const whole = await readPlan(scope, project.id);
  const fix = offeredFix(whole, wanted);
  if (fix.kind === "set_dates") return { eventId: await setDates(scope, whole, fix.changes) };
  if (fix.kind === "set_review_cadence") {
    const reviewCadence = cadenceInWords(cadenceOfDays(fix.everyDays));
    await changeProject(scope, project, whole.rows.head.revision, { reviewCadence });
  } else if (fix.kind === "set_contact_role") await setContactRole(scope, project, fix.contactId, fix.role);
  else await mend(scope, fix);
  return { eventId: null };
}

/** What is offered may have changed since the person saw it. */
function offeredFix(whole: WholePlan, { checkId, subject, fix }: Wanted): Fix {
  const same = (a: Subject) => a.kind === subject.kind && a.id === subject.id;
  const offered = checkOf(whole)
    .findings.filter((finding) => finding.id === checkId && same(finding.subject))
    .find((finding) => finding.fix !== null && canonicalJson(finding.fix) === canonicalJson(fix))?.fix;
  if (!offered) throw conflict("finding-gone", "The plan has changed: this is no longer what it needs.");
  return offered;
}

async function mend(
  scope: Scope,
  fix: Exclude<Fix, { kind: "set_dates" | "set_review_cadence" | "set_contact_role" }>,
): Promise<void> {
  switch (fix.kind) {
    case "link_objective": {
      const milestone = await parts(scope, fix.milestoneId);
      return serveObjectives(scope, milestone, [...milestone.objectiveIds, fix.objectiveId]);
    }
    case "add_criterion":
      return addCriterion(scope, await parts(scope, fix.milestoneId), { text: fix.text });
    case "add_approver": {
      const milestone = await parts(scope, fix.milestoneId);
      const roles = milestone.roles.map((one) => ({ ...one, role: MilestoneRole.parse(one.role) }));
      return giveRoles(scope, milestone, [...roles, { personId: fix.personId, role: "approver", part: "" }]);
    }
    case "remove_link":
      return dropDependency(scope, (await visibleDependency(scope, fix.linkId)).dependency);
    case "set_risk_owner": {
      const { risk } = await visibleRisk(scope, fix.riskId);
      await changeRisk(scope, risk, risk.revision, { ownerId: fix.personId });
      return;
    }
    case "ask":
      throw conflict("fix-needs-answer", "This cannot be mended without an answer: open the field it names.");
  }
}

async function setDates(
  scope: Scope,
  { plan }: WholePlan,
  wanted: Extract<Fix, { kind: "set_dates" }>["changes"],
): Promise<string | null> {
  const changes = wanted.flatMap(({ milestoneId, ...dates }) => {
    const now = plan.milestones.find(({ id }) => id === milestoneId);
    if (!now) return [];
    const before = { startOn: now.startOn, targetOn: now.targetOn };
    return [{ milestoneId, before, after: { ...before, ...dates } }];
  });
  const [first] = changes;
  if (!first) return null;
  const subject = { id: first.milestoneId, projectId: plan.projectId };
  return (await applyChanges(scope, subject, changes, { verb: DATES_CHANGED, reason: "" })).eventId;
}

async function parts(scope: Scope, id: string): Promise<MilestoneWithParts> {
  const [milestone] = await partsOf(scope, { id });
  if (!milestone) throw notFound();
  return milestone;
}
