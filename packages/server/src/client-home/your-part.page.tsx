import { portalHref, type Visit } from "../portal/visit.ts";
import type { ClientPlan, ShownMilestone } from "./client-plan.ts";

interface YourPartProps {
  visit: Visit;
  plan: ClientPlan;
}

/** What this person does for what is not reached yet, in the words of the plan. */
export function YourPart({ visit, plan }: YourPartProps) {
  const { say } = visit;
  const parts = plan.milestones
    .filter(({ isReached }) => !isReached)
    .map((milestone) => ({ milestone, part: partOf(visit, milestone) }))
    .filter(({ part }) => part !== null);
  if (parts.length === 0) return null;
  return (
    <section aria-labelledby="your-part">
      <h2 id="your-part">{say("Your part")}</h2>
      <ul className="rows">
        {parts.map(({ milestone, part }) => (
          <li key={milestone.id}>
            <a href={portalHref(visit, `/m/${milestone.number}`)}>{milestone.title}</a>
            <small className="dim">{part}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function partOf({ say, visitor }: Visit, milestone: ShownMilestone): string | null {
  const { personId } = visitor;
  const written = milestone.clientParts.filter((one) => one.personId === personId).map(({ part }) => part);
  if (written.length > 0) return written.join(" ");
  if (milestone.ownerId === personId) return say("You are responsible for it.");
  return milestone.approverIds.includes(personId) ? say("You decide whether it is reached.") : null;
}
