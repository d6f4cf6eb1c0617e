import { notTaken, typed, typedAll, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { type KeptPhoto, keptPhotos } from "./kept-photos.ts";
import { PinPictures } from "./pinned-picture.page.tsx";
import { type Picture, pinsTyped } from "./pins.ts";

interface Props {
  visit: Visit;
  view: DecisionView;
  pictures: readonly Picture[];
}

/** What is not right yet: in words, on the picture, and which conditions are not met. */
export function ChangesPage({ visit, view, pictures }: Props) {
  const { say, formToken } = visit;
  const { request, snapshot } = view;
  const unmet = typedAll(visit, "unmet") ?? [];
  const wrong = wrongWith(visit, "words");
  const isOffer = request.kind === "change";
  return (
    <>
      <h1>{isOffer ? say("Ask for another offer") : say("Request changes")}</h1>
      <p className="dim">{request.title}</p>
      <form method="post" encType="multipart/form-data" action={placeOf(visit, request.number, "/changes")}>
        <input type="hidden" name="form" value={formToken} />
        <input type="hidden" name="hash" value={typed(visit, "hash", request.hash)} />
        {/* Enter sends the words, not a pin: the first button of a form is the one that Enter presses. */}
        <button
          type="submit"
          name="verdict"
          value="changes_requested"
          className="first"
          tabIndex={-1}
          aria-hidden="true"
        />
        <div className="field">
          <label htmlFor="words">{say("What should be different?")}</label>
          <textarea
            id="words"
            name="words"
            maxLength={5_000}
            defaultValue={typed(visit, "words")}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? "words-wrong" : undefined}
          />
          {wrong ? (
            <p className="wrong" id="words-wrong">
              {wrong}
            </p>
          ) : null}
        </div>
        {snapshot.milestone && snapshot.milestone.criteria.length > 0 ? (
          <fieldset>
            <legend>{say("Which of these is not met?")}</legend>
            {snapshot.milestone.criteria.map(({ id, text }) => (
              <label className="choice" key={id}>
                <input type="checkbox" name="unmet" value={id} defaultChecked={unmet.includes(id)} />
                <span>{text}</span>
              </label>
            ))}
          </fieldset>
        ) : null}
        <Photos visit={visit} kept={keptPhotos(visit)} />
        <PinPictures visit={visit} number={request.number} pictures={pictures} pins={pinsTyped(visit)} />
        <div className="bar">
          <button type="submit" name="verdict" value="changes_requested">
            {say("Send")}
          </button>
          <p>
            <a className="row-link" href={placeOf(visit, request.number)}>
              {say("Back")}
            </a>
          </p>
        </div>
      </form>
    </>
  );
}

function Photos({ visit, kept }: { visit: Visit; kept: readonly KeptPhoto[] }) {
  const { say } = visit;
  return (
    <div className="field">
      <label htmlFor="photos">{say("Photos, if they help")}</label>
      <input id="photos" type="file" name="photos" multiple accept="image/*,application/pdf" />
      {notTaken(visit).length > 0 ? (
        <p className="wrong">{say("Not taken: {names}", { names: notTaken(visit).join(", ") })}</p>
      ) : null}
      {kept.map(({ name, ticket }) => (
        <p key={ticket} className="dim">
          <input type="hidden" name="kept" value={ticket} />
          {say("Kept: {name}", { name })}
        </p>
      ))}
    </div>
  );
}
