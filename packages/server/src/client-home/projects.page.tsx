import { civilDate } from "../kit/clock.ts";
import { type HouseVisit, placeOf } from "../portal/house-page.ts";
import type { PortalProject } from "../portal/sight.store.ts";
import { type ClientPlan, healthOf, nextOf } from "./client-plan.ts";
import { State } from "./glyph.page.tsx";

export interface ProjectCard {
  project: PortalProject;
  /** Null before a plan is published, and where this device has to prove itself first. */
  plan: ClientPlan | null;
  waiting: number;
}

interface ProjectsPageProps {
  visit: HouseVisit;
  cards: readonly ProjectCard[];
}

export function ProjectsPage({ visit, cards }: ProjectsPageProps) {
  const { say } = visit;
  return (
    <>
      <h1>{say("Your projects")}</h1>
      {cards.map(({ project, plan, waiting }) => (
        <section key={project.id} className="panel">
          <h2 className="small">
            <a className="row-link" href={placeOf(project)}>
              {project.name}
            </a>
          </h2>
          {plan ? <Standing visit={visit} project={project} plan={plan} /> : null}
          {waiting > 0 ? (
            <p>
              <strong>
                {say("{count, plural, one {# thing waits for you.} other {# things wait for you.}}", {
                  count: waiting,
                })}
              </strong>
            </p>
          ) : null}
        </section>
      ))}
    </>
  );
}

interface StandingProps {
  visit: HouseVisit;
  project: PortalProject;
  plan: ClientPlan;
}

function Standing({ visit: { say, now }, project, plan }: StandingProps) {
  const next = nextOf(plan);
  const today = civilDate(now, project.zone);
  return (
    <p>
      <State say={say} word={healthOf(plan).word} />{" "}
      {next?.targetOn
        ? say("On the road to {milestone}, {day}.", {
            milestone: next.title,
            day: say.day(next.targetOn, today),
          })
        : null}
    </p>
  );
}
