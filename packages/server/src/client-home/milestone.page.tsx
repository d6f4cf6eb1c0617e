import { civilDate } from "../kit/clock.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import { Words } from "../portal/words.page.tsx";
import { FileList } from "./file-list.page.tsx";
import { State } from "./glyph.page.tsx";
import { SENTENCES } from "./health-words.ts";
import type { MilestoneParts } from "./milestone-page.ts";
import { outcomeText } from "./outcome-words.ts";
import { dateText, namesText, paymentText } from "./plan-words.ts";
import { TalkForm, Thread } from "./talk.page.tsx";

interface MilestonePageProps {
  visit: Visit;
  parts: MilestoneParts;
}

/** What it is, why it matters, when it is done, and what is said about it. */
export function MilestonePage({ visit, parts }: MilestonePageProps) {
  const { say, project } = visit;
  const { milestone, plan, said, files } = parts;
  const { number, title, outcome, why } = milestone;
  return (
    <>
      <p className="hint">
        <a href={portalHref(visit, "/plan")}>{say("Plan")}</a> · M{number}
      </p>
      <h1>{title}</h1>
      <Facts visit={visit} parts={parts} />
      {outcome ? (
        <section aria-labelledby="outcome">
          <h2 id="outcome">{say("Outcome")}</h2>
          <Words text={outcome} />
        </section>
      ) : null}
      {why ? (
        <section aria-labelledby="why">
          <h2 id="why">{say("Why")}</h2>
          <Words text={why} />
        </section>
      ) : null}
      <Criteria visit={visit} parts={parts} />
      <Work visit={visit} parts={parts} />
      <Decisions visit={visit} parts={parts} />
      {files.length > 0 ? (
        <section aria-labelledby="files">
          <h2 id="files">{say("Files")}</h2>
          <FileList visit={visit} files={files} names={plan.names} />
        </section>
      ) : null}
      {project.mayComment || said.length > 0 ? (
        <section aria-labelledby="talk">
          <h2 id="talk">{project.mayComment ? say("Talk about it") : say("What was said")}</h2>
          <Thread visit={visit} said={said} open={5} />
          {project.mayComment ? (
            <TalkForm visit={visit} label="Your question or message" action="Send" />
          ) : null}
        </section>
      ) : null}
    </>
  );
}

function Facts({ visit, parts: { milestone, plan } }: MilestonePageProps) {
  const { say, today } = visit;
  const { word, isReached, health, targetOn, reachedOn, expectedByOn, ownerId, approverIds } = milestone;
  const payment = paymentText(visit, milestone, plan);
  const owner = namesText(plan.names, [ownerId]);
  const decides = namesText(plan.names, approverIds);
  return (
    <>
      <p>
        <State say={say} word={word} /> {!isReached && health ? say(SENTENCES[health.sentence]) : null}
      </p>
      <dl className="facts">
        <dt>{isReached ? say("Reached") : say("Date")}</dt>
        <dd>
          {dateText(visit, milestone)}
          {isReached && reachedOn && targetOn && reachedOn !== targetOn
            ? ` (${say("planned for {day}", { day: say.day(targetOn, today) })})`
            : null}
        </dd>
        {!isReached && expectedByOn ? (
          <>
            <dt>{say("Expected by")}</dt>
            <dd>{say("{day}, in 8 of 10 cases", { day: say.day(expectedByOn, today) })}</dd>
          </>
        ) : null}
        {owner ? (
          <>
            <dt>{say("Responsible")}</dt>
            <dd>{owner}</dd>
          </>
        ) : null}
        {decides ? (
          <>
            <dt>{say("Decides")}</dt>
            <dd>{decides}</dd>
          </>
        ) : null}
        {payment ? (
          <>
            <dt>{say("Payment")}</dt>
            <dd>{payment}</dd>
          </>
        ) : null}
      </dl>
    </>
  );
}

/** Ticks only where the project shows them; of what is reached all of it was met. */
function Criteria({ visit, parts: { milestone, met } }: MilestonePageProps) {
  const { say, project } = visit;
  const { criteria } = milestone;
  if (criteria.length === 0) return null;
  return (
    <section aria-labelledby="done-when">
      <h2 id="done-when">{say("Done when")}</h2>
      <ul className={project.showsCriteria ? "ticks" : undefined}>
        {criteria.map(({ id, text }) => (
          <li key={id}>
            {project.showsCriteria ? (
              <span className="tick" role="img" aria-label={met.has(id) ? say("Met") : say("Open")}>
                {met.has(id) ? "✓" : "○"}
              </span>
            ) : null}
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pieces of work that are shown to the client, as of the publication. */
function Work({ visit: { say }, parts: { milestone, plan } }: MilestonePageProps) {
  const cards = plan.snapshot.cards.filter(({ milestoneId }) => milestoneId === milestone.id);
  if (cards.length === 0) return null;
  const words = { todo: say("Not begun"), doing: say("In work"), done: say("Done") };
  return (
    <section aria-labelledby="work">
      <h2 id="work">{say("What we are on")}</h2>
      <ul className="rows">
        {cards.map(({ id, title, category }) => (
          <li key={id}>
            {title} <small className="dim">{words[category]}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Decisions({ visit, parts: { decisions } }: MilestonePageProps) {
  const { say, project, today } = visit;
  if (decisions.length === 0) return null;
  return (
    <section aria-labelledby="decisions">
      <h2 id="decisions">{say("Decisions")}</h2>
      <ul className="rows">
        {decisions.map(({ number, title, outcome, outcomeAt }) => (
          <li key={number}>
            <a className="row-link" href={portalHref(visit, `/decisions/${number}`)}>
              {title}
            </a>
            <small className="dim">
              {outcomeText(say, outcome)}
              {outcomeAt ? `, ${say.day(civilDate(outcomeAt, project.zone), today)}` : ""}
            </small>
          </li>
        ))}
      </ul>
    </section>
  );
}
