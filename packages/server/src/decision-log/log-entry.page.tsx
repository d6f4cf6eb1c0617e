import { choiceText } from "../approvals/choices.ts";
import { effectText } from "../approvals/effect-text.ts";
import { civilDate } from "../kit/clock.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import type { LogAnswer, LogEntry, LogRound } from "./log-entries.ts";
import { answerText, kindText, outcomeText, outcomeWord } from "./log-words.ts";

interface EntryProps {
  visit: Visit;
  entry: LogEntry;
}

/** One decision: what was asked and when, what became of it, by whom and why. */
export function Entry({ visit, entry }: EntryProps) {
  const { say } = visit;
  const { number, title, question, kind, reason, answers, rounds, isRecorded, outcome } = entry;
  const version = number === null ? 1 : (rounds[0]?.round ?? 1);
  return (
    <li>
      <a
        className="row-link"
        href={portalHref(visit, number === null ? "/ask-more" : `/decisions/${number}`)}
      >
        <strong>{version > 1 ? `${title} · ${say("version {n}", { n: version })}` : title}</strong>
        <span>{isMine(entry, visit) ? say("Review and decide") : outcomeText(say, entry)}</span>
      </a>
      <small className="dim">
        {kindText(say, kind)} · {askedText(visit, entry)}
      </small>
      {question !== "" && question !== title ? <p className="lines">{question}</p> : null}
      {outcome === null ? <p className="dim">{waitingText(visit, entry)}</p> : null}
      {answers.map((answer) => (
        <Answer
          key={answer.at.getTime()}
          visit={visit}
          answer={answer}
          isOutcome={answers.length === 1}
          isRecorded={isRecorded}
        />
      ))}
      {reason ? <p className="lines">{reason}</p> : null}
      {entry.planVersion !== null && outcome !== null ? (
        <small className="dim">{say("With plan version {n}", { n: entry.planVersion })}</small>
      ) : null}
      <Options visit={visit} entry={entry} />
      <Earlier visit={visit} rounds={number === null ? rounds : rounds.slice(1)} />
    </li>
  );
}

function isMine({ waitingFor }: LogEntry, { visitor }: Visit): boolean {
  return waitingFor.some(({ personId, delegateId }) => [personId, delegateId].includes(visitor.personId));
}

function askedText({ say, project, today }: Visit, { askedAt, asker, isRecorded }: LogEntry): string {
  const day = say.day(civilDate(askedAt, project.zone), today);
  if (isRecorded) return say("Written down {day}", { day });
  return asker ? say("Asked {day} by {name}", { day, name: asker }) : say("Asked {day}", { day });
}

function waitingText({ say, today }: Visit, { isEstimated, waitingFor, dueOn }: LogEntry): string {
  if (!isEstimated) return say("The team is working out days and price.");
  const names = waitingFor
    .map(({ name, delegateName }) => delegateName ?? name ?? say("Somebody"))
    .join(", ");
  const by = dueOn === null ? "" : ` · ${say("Please by {day}", { day: say.day(dueOn, today) })}`;
  return say("Waiting for {names}", { names }) + by;
}

interface AnswerProps {
  visit: Visit;
  answer: LogAnswer;
  /** What they said stands above already. */
  isOutcome?: boolean;
  isRecorded?: boolean;
}

function Answer({ visit, answer, isOutcome = false, isRecorded = false }: AnswerProps) {
  const { say, project } = visit;
  const { name, words, at, way } = answer;
  const said = [
    ...(isOutcome
      ? []
      : [way === "window" ? say("accepted as agreed, without an answer") : answerText(say, answer)]),
    say.moment(at, project.zone),
  ];
  return (
    <div className="said">
      <p>
        {way === "window" ? null : <strong>{name ?? say("Somebody")} · </strong>}
        {said.join(" · ")}
      </p>
      {words ? <p>{words}</p> : null}
      <Through visit={visit} answer={answer} isRecorded={isRecorded} />
    </div>
  );
}

/** What was not said by its person on their own page says so. */
function Through({ visit: { say }, answer, isRecorded }: AnswerProps) {
  const { way, through } = answer;
  const name = through ?? say("the team");
  if (way !== "member" && through === null) return null;
  return (
    <small className="dim">
      {way !== "member"
        ? say("Came by a link that {name} handed over.", { name })
        : isRecorded
          ? say("Decided elsewhere. Written down by {name}, on their behalf; nobody signed it here.", {
              name,
            })
          : say("Written down by {name}, on their behalf.", { name })}
    </small>
  );
}

function Options({ visit, entry: { kind, options } }: EntryProps) {
  const { say, project } = visit;
  if (options.length < 2) return null;
  return (
    <details>
      <summary>
        {say("{count, plural, one {# answer} other {# answers}} to choose from", { count: options.length })}
      </summary>
      <ul>
        {options.map((option) => {
          const effect = effectText(say, option, project.currency);
          const text = choiceText(say, { kind, choices: options }, option.id) ?? option.text;
          return <li key={option.id}>{effect === "" ? text : `${text} (${effect})`}</li>;
        })}
      </ul>
    </details>
  );
}

function Earlier({ visit, rounds }: { visit: Visit; rounds: readonly LogRound[] }) {
  const { say } = visit;
  if (rounds.length === 0) return null;
  return (
    <details>
      <summary>
        {say("{count, plural, one {# earlier version} other {# earlier versions}}", { count: rounds.length })}
      </summary>
      <ul className="rows">
        {rounds.map(({ approvalId, number, round, outcome, answers }) => (
          <li key={approvalId}>
            <a className="row-link" href={portalHref(visit, `/decisions/${number}`)}>
              <span>{say("version {n}", { n: round })}</span>
              <span>{outcome === null ? "" : outcomeWord(say, outcome)}</span>
            </a>
            {answers.map((answer) => (
              <Answer key={answer.at.getTime()} visit={visit} answer={answer} />
            ))}
          </li>
        ))}
      </ul>
    </details>
  );
}
