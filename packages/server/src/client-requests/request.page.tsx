import { FILE_BYTES } from "../files/limits.ts";
import { FILES } from "../portal/portal-form.ts";
import { notTaken, typed, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import { Texts } from "./client-requests.view.ts";
import type { RequestForClient } from "./request-portal.store.ts";

interface RequestPageProps {
  visit: Visit;
  found: RequestForClient;
}

type Answer = RequestForClient["answers"][number];

/** What is needed, why, what it holds up, and the place for the answer. */
export function RequestPage({ visit, found }: RequestPageProps) {
  const { say, today, visitor, preview } = visit;
  const { request, answers, milestone, contactName } = found;
  const sent = answers.filter(({ sentAt }) => sentAt !== null);
  const last = sent.at(-1);
  const isAsked = request.contactId === visitor.personId;
  const open = request.state === "asked";
  return (
    <>
      <p className="dim">{say("What we need from you")}</p>
      <h1>{request.title}</h1>
      {request.why ? <p style={{ whiteSpace: "pre-wrap" }}>{request.why}</p> : null}
      {open && milestone ? (
        <p>
          <strong>
            {milestone.targetOn
              ? say("Without it, {milestone} cannot be reached by {day}.", {
                  milestone: `M${milestone.number} ${milestone.title}`,
                  day: say.day(milestone.targetOn, today),
                })
              : say("{milestone} is waiting for it.", {
                  milestone: `M${milestone.number} ${milestone.title}`,
                })}
          </strong>
        </p>
      ) : null}
      {open && request.dueOn ? <p>{say("Needed by {day}", { day: say.day(request.dueOn, today) })}</p> : null}
      {isAsked ? null : (
        <p className="dim">
          {say("This was asked of {name}.", { name: contactName || say("Former contact") })}
        </p>
      )}
      <Standing visit={visit} found={found} />
      {open && last?.returnedAt ? (
        <section className="alert">
          <h2 style={{ marginTop: 0 }}>{say("Please look at it once more")}</h2>
          <p style={{ whiteSpace: "pre-wrap" }}>{last.returnedReason}</p>
        </section>
      ) : null}
      {open && (isAsked || preview !== null) ? <AnswerForm visit={visit} found={found} /> : null}
      {sent.length > 0 ? (
        <section>
          <h2>{open ? say("What you sent before") : say("Your answer")}</h2>
          {sent.toReversed().map((answer) => (
            <Sent key={answer.id} visit={visit} questions={Texts.parse(request.questions)} answer={answer} />
          ))}
        </section>
      ) : null}
    </>
  );
}

function Standing({ visit: { say }, found: { request } }: RequestPageProps) {
  switch (request.state) {
    case "answered":
      return (
        <div className="notice" role="status">
          <p>
            <strong>{say("Thank you, we have your answer.")}</strong>
          </p>
          <p>{say("We are looking at it and come back to you if anything is missing.")}</p>
        </div>
      );
    case "accepted":
      return <p className="notice">{say("All is there, nothing more is needed.")}</p>;
    case "cancelled":
      return <p className="notice">{say("This is no longer needed.")}</p>;
    default:
      return null;
  }
}

function Sent({ visit, questions, answer }: { visit: Visit; questions: string[]; answer: Answer }) {
  const { say, project } = visit;
  const texts = Texts.parse(answer.answers);
  return (
    <div className="said">
      {answer.sentAt ? (
        <p className="dim">
          <small>
            {say("Sent {moment}", { moment: say.moment(answer.sentAt, project.zone) })}
            {answer.handedOverBy
              ? ` · ${say("Came by a link that {name} handed over.", { name: answer.through ?? say("the team") })}`
              : null}
          </small>
        </p>
      ) : null}
      {questions.map((question, n) => (
        <div key={question}>
          <h3>{question}</h3>
          <p>{texts[n]}</p>
        </div>
      ))}
      {answer.words ? <p>{answer.words}</p> : null}
      {answer.files.length > 0 ? (
        <ul>
          {answer.files.map(({ id, name }) => (
            <li key={id}>{name}</li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** Works as a plain form; the small script keeps what is typed while somebody is still writing. */
function AnswerForm({ visit, found }: RequestPageProps) {
  const { say, formToken, preview } = visit;
  const { request, answers } = found;
  const draft = answers.find(({ sentAt }) => sentAt === null);
  const texts = Texts.parse(draft?.answers ?? []);
  const { kind } = request;
  const questions = kind === "answers" ? Texts.parse(request.questions) : [];
  return (
    <form method="post" encType="multipart/form-data" data-keep={preview === null ? "yes" : undefined}>
      <input type="hidden" name="form" value={formToken} />
      {questions.map((question, n) => (
        <TextField
          key={question}
          visit={visit}
          name={`answer-${n}`}
          label={question}
          value={texts[n] ?? ""}
        />
      ))}
      {kind === "files" || kind === "answers" ? <FileField visit={visit} draft={draft} /> : null}
      {kind === "access" ? (
        <p className="hint">
          {say(
            "Please do not write passwords here. Invite us with our mail address, or write when we may call you.",
          )}
        </p>
      ) : null}
      <TextField
        visit={visit}
        name="words"
        label={kind === "access" ? say("How we get in") : say("A word about it, if you like")}
        value={draft?.words ?? ""}
      />
      {preview === null ? (
        <div className="stack">
          <button type="submit" name="do" value="send">
            {kind === "confirm" ? say("Yes, I confirm this") : say("Send the answer")}
          </button>{" "}
          <button type="submit" name="do" value="save" className="plain">
            {say("Save for later")}
          </button>
        </div>
      ) : null}
    </form>
  );
}

interface TextFieldProps {
  visit: Visit;
  name: string;
  label: string;
  value: string;
}

function TextField({ visit, name, label, value }: TextFieldProps) {
  const wrong = wrongWith(visit, name);
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <textarea
        id={name}
        name={name}
        defaultValue={typed(visit, name, value)}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={wrong ? `${name}-wrong` : undefined}
      />
      {wrong ? (
        <p className="wrong" id={`${name}-wrong`}>
          {wrong}
        </p>
      ) : null}
    </div>
  );
}

function FileField({ visit, draft }: { visit: Visit; draft: Answer | undefined }) {
  const { say } = visit;
  const wrong = wrongWith(visit, "files");
  const refused = notTaken(visit);
  const kept = draft?.files ?? [];
  return (
    <div className="field">
      <label htmlFor="files">{say("Your files")}</label>
      <input
        id="files"
        name="files"
        type="file"
        multiple
        aria-invalid={wrong ? true : undefined}
        aria-describedby="files-hint"
      />
      <p className="hint" id="files-hint">
        {say("You can choose several at once, up to {count} and {size} MB each.", {
          count: FILES,
          size: FILE_BYTES / 1_048_576,
        })}
      </p>
      {wrong ? <p className="wrong">{wrong}</p> : null}
      {refused.length > 0 ? (
        <p className="wrong">{say("Not taken: {names}", { names: refused.join(", ") })}</p>
      ) : null}
      {kept.length > 0 ? (
        <>
          <h3>{say("Already with us")}</h3>
          <ul className="rows">
            {kept.map(({ id, name }) => (
              <li key={id} className="row-link">
                <span>{name}</span>
                <button
                  type="submit"
                  name="without"
                  value={id}
                  className="text-button"
                  aria-label={say("Leave out {name}", { name })}
                >
                  {say("Leave out")}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
