import type { Calendar } from "@milepost/planning";
import type { ClientPlan, ShownMilestone } from "../client-home/client-plan.ts";
import { State } from "../client-home/glyph.page.tsx";
import { SENTENCES } from "../client-home/health-words.ts";
import { NeedsYou } from "../client-home/needs.page.tsx";
import type { Needs } from "../client-home/needs.ts";
import { typed, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import type { ClientReview, ClientWords } from "./client-review.store.ts";

export interface PartOfReview {
  review: ClientReview;
  plan: ClientPlan;
  said: ClientWords[];
  needs: Needs;
  calendar: Calendar;
}

interface ReviewPageProps {
  visit: Visit;
  part: PartOfReview;
}

/** The published plan, milestone by milestone, with a place to say what one thinks of it. */
export function ReviewPage({ visit, part: { review, plan, said, needs, calendar } }: ReviewPageProps) {
  const { say } = visit;
  const isOver = review.heldAt !== null;
  const about = (milestoneId: string | null) => said.filter((one) => one.milestoneId === milestoneId);
  const ahead = plan.milestones.filter(({ isReached }) => !isReached);
  return (
    <>
      <h1>{say("Review of {day}", { day: say.day(review.dueOn) })}</h1>
      {isOver ? (
        <p className="notice">{say("This review is over. What was said stays here to read.")}</p>
      ) : (
        <p>
          {say("This is the plan as it was published. What you say here is in the record of the review.")}
        </p>
      )}
      <NeedsYou visit={visit} needs={needs} plan={plan} names={plan.names} calendar={calendar} />
      <h2>{say("Milestones ahead")}</h2>
      {ahead.map((milestone) => (
        <section key={milestone.id} id={`m-${milestone.id}`} className="panel">
          <Facts visit={visit} milestone={milestone} />
          <Said visit={visit} said={about(milestone.id)} names={plan.names} />
          {isOver ? null : <Answer visit={visit} milestoneId={milestone.id} said={about(milestone.id)} />}
        </section>
      ))}
      <section id="plan" className="panel">
        <h2 style={{ marginTop: 0 }}>{say("The plan as a whole")}</h2>
        <Said visit={visit} said={about(null)} names={plan.names} />
        {isOver ? null : <Answer visit={visit} milestoneId={null} said={about(null)} />}
      </section>
    </>
  );
}

function Facts({ visit, milestone }: { visit: Visit; milestone: ShownMilestone }) {
  const { say, today } = visit;
  const { number, title, targetOn, word, health } = milestone;
  return (
    <>
      <h3 style={{ marginTop: 0 }}>{`M${number} ${title}`}</h3>
      <p>
        <State say={say} word={word} />{" "}
        {targetOn === null ? say("No date yet") : say("Expected by {day}", { day: say.day(targetOn, today) })}
        {health ? <small className="dim">{say(SENTENCES[health.sentence])}</small> : null}
      </p>
    </>
  );
}

interface SaidProps {
  visit: Visit;
  said: readonly ClientWords[];
  names: ClientPlan["names"];
}

function Said({ visit, said, names }: SaidProps) {
  if (said.length === 0) return null;
  return (
    <ul className="rows">
      {said.map((one) => (
        <li key={one.id}>
          <span style={{ whiteSpace: "pre-wrap" }}>{lineOf(visit, one)}</span>
          <Through visit={visit} said={one} names={names} />
        </li>
      ))}
    </ul>
  );
}

/** What came by a link that somebody of the team handed over says so. */
function Through({ visit: { say }, said, names }: Omit<SaidProps, "said"> & { said: ClientWords }) {
  if (said.handedOverBy === null) return null;
  const name = names.get(said.handedOverBy) ?? say("the team");
  return <small className="dim">{say("Came by a link that {name} handed over.", { name })}</small>;
}

function lineOf({ say, today }: Visit, { name, kind, words, targetOn }: ClientWords): string {
  if (kind === "fine") return say("{name}: fine", { name });
  if (kind === "question") return say("{name} asks: {words}", { name, words });
  if (targetOn === null) return say("{name} proposes: {words}", { name, words });
  const day = say.day(targetOn, today);
  return words === ""
    ? say("{name} proposes {day}", { name, day })
    : say("{name} proposes {day}: {words}", { name, day, words });
}

interface AnswerProps {
  visit: Visit;
  milestoneId: string | null;
  said: readonly ClientWords[];
}

/** "Fine" is one tap; all else opens below it. */
function Answer({ visit, milestoneId, said }: AnswerProps) {
  const { say, visitor } = visit;
  const isFine = said.some(({ kind, personId }) => kind === "fine" && personId === visitor.personId);
  return (
    <>
      {isFine ? null : (
        <form method="post">
          <Hidden visit={visit} milestoneId={milestoneId} />
          <button type="submit" name="do" value="fine">
            {milestoneId === null ? say("All of it is fine") : say("This is fine")}
          </button>
        </form>
      )}
      <Otherwise visit={visit} milestoneId={milestoneId} />
    </>
  );
}

function Otherwise({ visit, milestoneId }: Omit<AnswerProps, "said">) {
  const { say } = visit;
  // What was typed belongs to the form that was sent, not to the others on the page.
  const here = typed(visit, "do") !== "" && typed(visit, "milestone") === (milestoneId ?? "");
  const wrong = here ? wrongWith(visit, "words") : undefined;
  const id = milestoneId ?? "plan";
  return (
    <details open={here}>
      <summary>{say("Ask or propose something else")}</summary>
      <form method="post">
        <Hidden visit={visit} milestoneId={milestoneId} />
        <div className="field">
          <label htmlFor={`words-${id}`}>{say("Your words")}</label>
          <textarea
            id={`words-${id}`}
            name="words"
            rows={3}
            defaultValue={here ? typed(visit, "words") : ""}
            aria-invalid={wrong ? true : undefined}
          />
          {wrong ? <p className="wrong">{wrong}</p> : null}
        </div>
        {milestoneId === null ? null : (
          <div className="field">
            <label htmlFor={`date-${id}`}>{say("Another date, if you propose one")}</label>
            <input
              id={`date-${id}`}
              type="date"
              name="targetOn"
              defaultValue={here ? typed(visit, "targetOn") : ""}
            />
          </div>
        )}
        <div className="stack">
          <button type="submit" className="plain" name="do" value="question">
            {say("Send as a question")}
          </button>
          <button type="submit" className="plain" name="do" value="proposal">
            {say("Send as a proposal")}
          </button>
        </div>
      </form>
    </details>
  );
}

function Hidden({ visit, milestoneId }: Omit<AnswerProps, "said">) {
  return (
    <>
      <input type="hidden" name="form" value={visit.formToken} />
      <input type="hidden" name="milestone" value={milestoneId ?? ""} />
    </>
  );
}
