import type { Selectable } from "kysely";
import type { PortalClientQuotes } from "../db/portal-schema.ts";
import { typed, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import { stateOf } from "./client-quotes.ts";

export type AskedQuote = Selectable<PortalClientQuotes> & { asker: string | null };

interface QuotePageProps {
  visit: Visit;
  quote: AskedQuote;
}

/** One sentence, and whether they may be quoted with it. */
export function QuotePage({ visit, quote }: QuotePageProps) {
  const { say } = visit;
  const state = stateOf(quote);
  return (
    <>
      <h1>{say("May we quote you?")}</h1>
      {state === "asked" ? <Ask visit={visit} quote={quote} /> : null}
      {state === "confirmed" ? <Confirmed visit={visit} quote={quote} /> : null}
      {state === "declined" ? <p className="notice">{say("You said no. Nobody quotes you.")}</p> : null}
    </>
  );
}

function Ask({ visit, quote }: QuotePageProps) {
  const { say, project } = visit;
  const asker = quote.asker ?? project.workspaceName;
  const wrong = wrongWith(visit, "words");
  return (
    <>
      <p>
        {say(
          "{asker} would like to quote you with this sentence. It then stands in the record of what was delivered in {project}.",
          { asker, project: project.name },
        )}
      </p>
      <form method="post">
        <input type="hidden" name="form" value={visit.formToken} />
        <div className="field">
          <label htmlFor="words">{say("Your sentence")}</label>
          <p className="hint" id="words-hint">
            {say("Change it as you like.")}
          </p>
          <textarea
            id="words"
            name="words"
            rows={3}
            maxLength={300}
            defaultValue={typed(visit, "words", quote.words)}
            aria-describedby="words-hint"
            aria-invalid={wrong ? true : undefined}
          />
          {wrong ? <p className="wrong">{wrong}</p> : null}
        </div>
        <label className="choice">
          <input
            type="checkbox"
            name="hideName"
            value="yes"
            defaultChecked={typed(visit, "hideName") !== ""}
          />
          {say("Leave my name out")}
        </label>
        <div className="decide">
          <button type="submit" name="do" value="confirm">
            {say("Yes, quote me with this")}
          </button>
          <button type="submit" name="do" value="decline" className="plain">
            {say("No, please do not quote me")}
          </button>
        </div>
      </form>
    </>
  );
}

function Confirmed({ visit, quote: { confirmedWords, nameHidden } }: QuotePageProps) {
  const { say, visitor } = visit;
  return (
    <>
      <p className="notice">{say("Thank you. You may be quoted with this sentence:")}</p>
      <blockquote className="said">
        <p>{confirmedWords}</p>
        <p className="dim">
          {nameHidden ? say("Without your name") : say("With your name: {name}", { name: visitor.name })}
        </p>
      </blockquote>
      <form method="post">
        <input type="hidden" name="form" value={visit.formToken} />
        <button type="submit" name="do" value="decline" className="plain">
          {say("Take it back")}
        </button>
        <p className="hint">
          {say("A record that was made before then keeps the sentence; no later one has it.")}
        </p>
      </form>
    </>
  );
}
