import { portalHref, type Visit } from "../portal/visit.ts";
import type { ClientPlan } from "./client-plan.ts";
import { State } from "./glyph.page.tsx";
import { StoneDay } from "./road.page.tsx";

const COMING = 3;
const RISKS = 3;

interface ComingProps {
  visit: Visit;
  plan: ClientPlan;
}

/** What is expected by when, and what could move it; a date that was not published is nowhere. */
export function Coming({ visit, plan }: ComingProps) {
  const { say, today } = visit;
  const coming = plan.milestones.filter(({ isReached }) => !isReached).slice(0, COMING);
  if (coming.length === 0) return null;
  return (
    <section aria-labelledby="coming">
      <h2 id="coming">{say("What comes next")}</h2>
      <ul className="rows">
        {coming.map((milestone) => (
          <li key={milestone.id}>
            <a className="row-link" href={portalHref(visit, `/m/${milestone.number}`)}>
              <span>{milestone.title}</span>
              <span className="day">
                <StoneDay visit={visit} milestone={milestone} />
              </span>
            </a>
            <State say={say} word={milestone.word} />
            {milestone.expectedByOn ? (
              <small className="dim">
                {" "}
                {say("Expected by {day}, in 8 of 10 cases.", { day: say.day(milestone.expectedByOn, today) })}
              </small>
            ) : null}
          </li>
        ))}
      </ul>
      <Risks visit={visit} plan={plan} />
    </section>
  );
}

function Risks({ visit: { say }, plan }: ComingProps) {
  const { risks } = plan.snapshot;
  if (risks.length === 0) return null;
  return (
    <>
      <h3>{say("What could move it")}</h3>
      <ul>
        {risks.slice(0, RISKS).map(({ id, title, response }) => (
          <li key={id}>
            {title}
            {response ? (
              <small className="dim"> – {say("What we do: {response}", { response })}</small>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}
