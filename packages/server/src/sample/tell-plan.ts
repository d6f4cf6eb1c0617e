import type { Scope } from "../access/scope.ts";
import { addCriterion } from "../milestones/criteria.ts";
import { addDeliverable } from "../milestones/deliverables.ts";
import { visibleMilestone } from "../milestones/milestone-access.ts";
import { giveRoles, serveObjectives } from "../milestones/milestone-roles.ts";
import { createMilestone } from "../milestones/milestones.ts";
import { createRisk } from "../milestones/risks.ts";
import { visibleObjective } from "../objectives/objective-access.ts";
import { addReading, createObjective } from "../objectives/objectives.ts";
import { addDependency } from "../plan/dependencies.ts";
import { moveMilestone } from "../plan/milestone-moves.ts";
import { MILESTONES, type MilestonePlan, OBJECTIVES, RISKS } from "./agency-plan.ts";
import type { Made } from "./made.ts";
import type { Story } from "./story.ts";

/** Objectives and milestones on the first day, what threatens them on the third, and what has come of them since. */
export function tellPlan(story: Story, made: Made): void {
  for (const objective of OBJECTIVES) tellObjective(story, made, objective);
  for (const [n, plan] of MILESTONES.entries())
    story.at(0, 11 + n / 4, "mia", (scope) => writeMilestone(scope, story, made, plan));
  story.at(1, 9, "mia", async (scope) => {
    for (const [n, id] of made.milestones.entries()) {
      const from = made.milestones[n - 1];
      if (from)
        await addDependency(scope, made.project, {
          from: { kind: "milestone", id: from },
          to: { kind: "milestone", id },
          kind: "FS",
          lagDays: 0,
        });
    }
  });
  story.at(2, 16, "mia", (scope) => writeRisks(scope, made));
  story.at(1, 10, "mia", (scope) => agree(scope, made.milestones[0] ?? ""));
}

function tellObjective(
  story: Story,
  made: Made,
  { readings, targetDay, ...words }: (typeof OBJECTIVES)[number],
): void {
  const at = made.objectives.push("") - 1;
  story.at(0, 10, "mia", async (scope) => {
    const { id } = await createObjective(scope, made.project.id, {
      ...words,
      targetOn: story.day(targetDay),
      current: words.baseline,
    });
    made.objectives[at] = id;
  });
  for (const [day, value] of readings)
    story.at(day, 17, "mia", async (scope) => {
      const { objective } = await visibleObjective(scope, made.objectives[at] ?? "");
      await addReading(scope, objective, { onDate: story.day(day), value });
    });
}

async function writeMilestone(scope: Scope, story: Story, made: Made, plan: MilestonePlan): Promise<void> {
  const { title, outcome, why, owner, clientApproval, priceMinor } = plan;
  const { startDay, targetDay } = plan.planned ?? plan;
  const milestone = await createMilestone(scope, made.project, {
    title,
    outcome,
    why,
    clientApproval,
    priceMinor,
    audience: "client",
    ownerId: made.person(owner),
    startOn: story.day(startDay),
    targetOn: story.day(targetDay),
  });
  made.milestones.push(milestone.id);
  for (const text of plan.criteria) await addCriterion(scope, milestone, { text });
  for (const wanted of plan.deliverables)
    await addDeliverable(scope, milestone, { title: wanted, kind: "link" });
  await serveObjectives(
    scope,
    milestone,
    plan.objectives.flatMap((n) => made.objectives[n] ?? []),
  );
  await giveRoles(
    scope,
    milestone,
    plan.parts.map(({ who, role, part }) => ({ personId: made.person(who), role, part })),
  );
}

async function writeRisks(scope: Scope, made: Made): Promise<void> {
  for (const { title, shared, chance, days, owner, milestones, trigger, response } of RISKS) {
    const [impactLow, impactLikely, impactHigh] = days;
    await createRisk(scope, made.project, {
      title,
      audience: shared ? "client" : "team",
      chance,
      impactLow,
      impactLikely,
      impactHigh,
      trigger,
      response,
      ownerId: made.person(owner),
      milestoneIds: milestones.flatMap((n) => made.milestones[n] ?? []),
    });
  }
}

/** The first begins before the client has answered. */
async function agree(scope: Scope, milestoneId: string): Promise<void> {
  const access = await visibleMilestone(scope, milestoneId);
  await moveMilestone(scope, access, { to: "agreed", expected: "draft" });
}
