import { civilDate } from "../kit/clock.ts";
import type { Visit } from "../portal/visit.ts";
import { ageOf, type ClientPlan, healthOf, nextOf, type ShownMilestone } from "./client-plan.ts";
import { State } from "./glyph.page.tsx";
import { SENTENCES } from "./health-words.ts";

interface StandingProps {
  visit: Visit;
  plan: ClientPlan;
}

/** Whether it is on track, in one sentence, and how old that statement is. */
export function Standing({ visit, plan }: StandingProps) {
  const { say } = visit;
  const { word, sentence, milestone } = healthOf(plan);
  const next = nextOf(plan);
  const other = milestone && milestone.id !== next?.id ? milestone : null;
  return (
    <>
      <h1>{headline(visit, plan, next)}</h1>
      <p>
        <State say={say} word={word} /> {other ? `${other.title}: ` : null}
        {say(SENTENCES[sentence])}
      </p>
      <Age visit={visit} plan={plan} />
    </>
  );
}

function headline({ say, today, project }: Visit, { milestones }: ClientPlan, next?: ShownMilestone): string {
  if (next?.targetOn)
    return say("You are on the road to {milestone}, {day}.", {
      milestone: next.title,
      day: say.day(next.targetOn, today),
    });
  if (milestones.length > 0 && milestones.every(({ isReached }) => isReached))
    return say("{project} has reached its last milestone.", { project: project.name });
  return project.name;
}

function Age({ visit, plan }: StandingProps) {
  const { say, project, now, today } = visit;
  const { publication, names } = plan;
  const { days, isOld } = ageOf(plan.publication, now);
  const day = say.day(civilDate(publication.createdAt, project.zone), today);
  const facts = { n: publication.n, day };
  const by = names.get(publication.personId ?? "");
  return (
    <p className="hint">
      {by
        ? say("Plan {n}, published {day} by {name}", { ...facts, name: by })
        : say("Plan {n}, published {day}", facts)}
      {isOld ? ` · ${oldText(visit, days)}` : null}
    </p>
  );
}

function oldText({ say, project }: Visit, days: number): string {
  return project.mayComment
    ? say("{days} days old: ask us for the latest.", { days })
    : say("{days, plural, one {# day old} other {# days old}}", { days });
}
