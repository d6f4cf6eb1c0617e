import { civilDate } from "../kit/clock.ts";
import { typed, wrongWith } from "../portal/portal-page.ts";
import { portalHref, type Visit } from "../portal/visit.ts";
import type { OwnReceipt } from "./receipts.store.ts";

interface ReceiptProps {
  visit: Visit;
  publication: { id: string; n: number };
  receipt: OwnReceipt;
}

/** Says that it was read, or asks about it: a form each, so that it works without script. */
export function Receipt({ visit, publication, receipt }: ReceiptProps) {
  const { say, project, today, preview } = visit;
  const { acknowledgedAt, questionedAt } = receipt;
  const day = (at: Date) => say.day(civilDate(at, project.zone), today);
  return (
    <div className="receipt" id={`plan-${publication.n}`}>
      {acknowledgedAt ? (
        <p className="dim">{say("You have read this: {day}.", { day: day(acknowledgedAt) })}</p>
      ) : (
        <form method="post" action={portalHref(visit, "/updates")}>
          <Which visit={visit} id={publication.id} />
          <button type="submit" name="do" value="read" className="plain" disabled={preview !== null}>
            {say("I have read this")}
          </button>
        </form>
      )}
      {questionedAt ? (
        <p className="dim">{say("You asked about it: {day}.", { day: day(questionedAt) })}</p>
      ) : null}
      {project.mayComment ? <Ask visit={visit} publication={publication} /> : null}
    </div>
  );
}

function Ask({ visit, publication: { id, n } }: Pick<ReceiptProps, "visit" | "publication">) {
  const { say, preview } = visit;
  const again = typed(visit, "publication") === id && typed(visit, "do") === "ask";
  const wrong = again ? wrongWith(visit, "words") : undefined;
  return (
    <details open={again}>
      <summary>{say("I have a question")}</summary>
      <form method="post" action={portalHref(visit, "/updates")}>
        <Which visit={visit} id={id} />
        <input type="hidden" name="do" value="ask" />
        <div className="field">
          <label htmlFor={`question-${n}`}>{say("Your question about plan {n}", { n })}</label>
          <textarea
            id={`question-${n}`}
            name="words"
            maxLength={20_000}
            defaultValue={again ? typed(visit, "words") : ""}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? `question-${n}-wrong` : undefined}
          />
          {wrong ? (
            <p className="wrong" id={`question-${n}-wrong`}>
              {wrong}
            </p>
          ) : null}
        </div>
        <button type="submit" className="plain" disabled={preview !== null}>
          {say("Send question")}
        </button>
      </form>
    </details>
  );
}

function Which({ visit: { formToken }, id }: { visit: Visit; id: string }) {
  return (
    <>
      <input type="hidden" name="form" value={formToken} />
      <input type="hidden" name="publication" value={id} />
    </>
  );
}
