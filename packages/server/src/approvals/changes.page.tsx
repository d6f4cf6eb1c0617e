import { isPreviewable } from "../files/media-type.ts";
import { notTaken, typed, typedAll, wrongWith } from "../portal/portal-page.ts";
import type { Visit } from "../portal/visit.ts";
import type { PinnedFile } from "./decision-read.store.ts";
import { type DecisionView, placeOf } from "./decision-read.ts";
import { type KeptPhoto, keptPhotos } from "./kept-photos.ts";
import { pinsTyped, type TypedPin } from "./pins.ts";

interface Props {
  visit: Visit;
  view: DecisionView;
}

/** What is not right yet: in words, on the picture, and which conditions are not met. */
export function ChangesPage({ visit, view }: Props) {
  const { say, formToken } = visit;
  const { request, snapshot, files } = view;
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
        <Pictures visit={visit} view={view} files={files} pins={pinsTyped(visit)} />
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

interface PicturesProps extends Props {
  files: readonly PinnedFile[];
  pins: readonly TypedPin[];
}

/** A tap on the picture sets a numbered point, also without a script: a button that is an image says where it was pressed. */
function Pictures({ visit, view, files, pins }: PicturesProps) {
  const { say } = visit;
  const pictures = files.filter(
    ({ mediaType }) => isPreviewable(mediaType) && mediaType.startsWith("image/"),
  );
  if (pictures.length === 0) return null;
  return (
    <details open={pins.length > 0}>
      <summary>{say("Show it on the picture")}</summary>
      <p className="dim">{say("Tap where something should be different. Each tap sets a number.")}</p>
      {pictures.map((file) => (
        <div key={file.id}>
          <div className="pinned">
            <input
              type="image"
              name={`pin-${file.position}`}
              src={placeOf(visit, view.request.number, `/file/${file.id}`)}
              alt={say("Set a point on {name}", { name: file.name })}
              width={300}
              height={300}
            />
            {pins.map((pin, index) =>
              pin.file === file.position ? <Dot key={pin.key} pin={pin} n={index + 1} /> : null,
            )}
          </div>
          {pins.map((pin, index) =>
            pin.file === file.position ? (
              <div className="field" key={pin.key}>
                <input type="hidden" name="pin" value={pin.key} />
                <label htmlFor={`pin-words-${index}`}>{say("Point {n}", { n: index + 1 })}</label>
                <input id={`pin-words-${index}`} name="pin-words" maxLength={500} defaultValue={pin.words} />
              </div>
            ) : null,
          )}
        </div>
      ))}
    </details>
  );
}

function Dot({ pin, n }: { pin: { x: number; y: number }; n: number }) {
  return (
    <span className="dot" style={{ left: `${pin.x}%`, top: `${pin.y}%` }} aria-hidden="true">
      {n}
    </span>
  );
}
