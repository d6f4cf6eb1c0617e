import { typed, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import { type DecisionView, placeOf } from "./decision-read.ts";

interface Props {
  visit: Visit;
  view: DecisionView;
  colleagues: readonly { id: string; name: string }[];
}

/** Forwarding the mail would hand over one's own link; this makes one for the colleague. */
export function ColleaguePage({ visit, view, colleagues }: Props) {
  const { say, formToken } = visit;
  const { request } = view;
  const wrong = wrongWith(visit, "colleague");
  return (
    <>
      <h1>{say("Ask a colleague")}</h1>
      <p>
        {say("They get a link of their own by mail. Please do not forward yours: it speaks in your name.")}
      </p>
      {colleagues.length === 0 ? (
        <p>{say("Nobody else of your company is on this project yet. Ask the team to add them.")}</p>
      ) : (
        <form method="post" action={placeOf(visit, request.number, "/colleague")}>
          <input type="hidden" name="form" value={formToken} />
          <div className="field">
            <label htmlFor="colleague">{say("Whom?")}</label>
            <select id="colleague" name="colleague" defaultValue={typed(visit, "colleague")} required>
              {colleagues.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
            {wrong ? <p className="wrong">{wrong}</p> : null}
          </div>
          <fieldset>
            <legend>{say("What for?")}</legend>
            <label className="choice">
              <input type="radio" name="part" value="advise" defaultChecked />
              <span>{say("For an opinion. I decide myself.")}</span>
            </label>
            <label className="choice">
              <input type="radio" name="part" value="stand-in" />
              <span>{say("To decide in my place, because I am away.")}</span>
            </label>
          </fieldset>
          <button type="submit">{say("Send the link")}</button>
        </form>
      )}
      <p>
        <a className="row-link" href={placeOf(visit, request.number)}>
          {say("Back")}
        </a>
      </p>
    </>
  );
}
