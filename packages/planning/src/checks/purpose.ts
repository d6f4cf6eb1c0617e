import { ask, type CheckContext, found } from "./check-context.ts";
import type { Finding, Fix, Subject } from "./finding.ts";

/** L4: a milestone that serves no objective, neither itself nor through its phase. */
export function aimlessMilestones({ plan, open, objectivesOf }: CheckContext): Finding[] {
  const choices = plan.objectives.map(({ id }) => id);
  return open
    .filter((milestone) => objectivesOf(milestone).length === 0)
    .map(({ id, title }) => {
      const subject: Subject = { kind: "milestone", id };
      const why = `“${title}” serves no objective: link it to one, merge it or drop it.`;
      return found("L4", "error", subject, why, { blocks: [id], fix: serve(id, choices, subject) });
    });
}

function serve(milestoneId: string, choices: readonly string[], subject: Subject): Fix {
  const [only, ...others] = choices;
  if (only !== undefined && others.length === 0)
    return { kind: "link_objective", milestoneId, objectiveId: only };
  return ask(subject, "objectiveIds", "Which objective does it bring closer?", choices);
}

/** L5: an objective that no milestone serves. */
export function unservedObjectives({ plan, open, objectivesOf }: CheckContext): Finding[] {
  const served = new Set(plan.milestones.filter(({ state }) => state !== "dropped").flatMap(objectivesOf));
  const aimless = open.filter((milestone) => objectivesOf(milestone).length === 0);
  return plan.objectives
    .filter(({ id }) => !served.has(id))
    .map(({ id, statement }) => {
      const subject: Subject = { kind: "objective", id };
      const [only, ...others] = aimless;
      const choices = (aimless.length > 0 ? aimless : open).map((milestone) => milestone.id);
      const fix: Fix =
        only !== undefined && others.length === 0
          ? { kind: "link_objective", milestoneId: only.id, objectiveId: id }
          : ask(subject, "milestones", "Which milestone brings it closer?", choices);
      return found("L5", "warn", subject, `No milestone serves “${statement}”.`, { fix });
    });
}
