import type { CSSProperties, ReactNode } from "react";
import type { Visit } from "../portal/visit.ts";
import { placeOf } from "./decision-read.ts";
import { type Picture, type TypedPin, tapName, WIDTHS } from "./pins.ts";

interface PicturesProps {
  visit: Visit;
  /** Of the request that is asked about. */
  number: number;
  pictures: readonly Picture[];
  pins: readonly TypedPin[];
}

/** A tap on the picture sets a numbered point, also without a script: a button that is an image says where it was pressed. */
export function PinPictures({ visit, number, pictures, pins }: PicturesProps) {
  const { say } = visit;
  if (pictures.length === 0) return null;
  return (
    <details open={pins.length > 0}>
      <summary>{say("Show it on the picture")}</summary>
      <p className="dim">{say("Tap where something should be different. Each tap sets a number.")}</p>
      {pictures.map((picture) => {
        const own = pins.filter(({ file }) => file === picture.position);
        return (
          <div key={picture.id} id={anchorOf(picture)} className="pins">
            <Tap visit={visit} number={number} picture={picture} pins={own} />
            {own.map((pin) => (
              <PinWords key={pin.n} visit={visit} number={number} picture={picture} pin={pin} />
            ))}
          </div>
        );
      })}
    </details>
  );
}

function anchorOf({ position }: Picture): string {
  return `picture-${position + 1}`;
}

interface TapProps extends Omit<PicturesProps, "pictures"> {
  picture: Picture;
}

/** One button for each width, as only a fixed width tells where a tap was; style shows the one that fits. */
function Tap({ visit, number, picture, pins }: TapProps) {
  const { say } = visit;
  const { id, name, size } = picture;
  return (
    <div className="pinned">
      {WIDTHS.map((width) => (
        <input
          key={width}
          className={`w${width}`}
          type="image"
          name={tapName(picture, width)}
          formAction={`${placeOf(visit, number, "/changes")}#${anchorOf(picture)}`}
          src={placeOf(visit, number, `/file/${id}`)}
          alt={say("Set a point on {name}", { name })}
          width={width}
          height={Math.max(1, Math.round((width * size.height) / size.width))}
        />
      ))}
      {pins.map(({ n, ...pin }) => (
        <Dot key={n} pin={pin} n={n} />
      ))}
    </div>
  );
}

function PinWords({ visit, number, picture, pin }: Omit<TapProps, "pins"> & { pin: TypedPin }) {
  const { say } = visit;
  const { n, key, words } = pin;
  return (
    <div className="field">
      <input type="hidden" name="pin" value={key} />
      <label htmlFor={`pin-words-${n}`}>{say("Point {n}", { n })}</label>
      <input id={`pin-words-${n}`} name="pin-words" maxLength={500} defaultValue={words} />
      <button
        type="submit"
        className="text-button"
        name="drop-pin"
        value={n}
        formAction={`${placeOf(visit, number, "/changes")}#${anchorOf(picture)}`}
      >
        {say("Remove point {n}", { n })}
      </button>
    </div>
  );
}

interface PinnedPictureProps {
  visit: Visit;
  number: number;
  picture: Picture;
  pins: readonly { x: number; y: number; words: string; n: number }[];
  children: ReactNode;
}

/** The points that somebody has set, on their picture; the words beside it say the same. */
export function PinnedPicture({ visit, number, picture, pins, children }: PinnedPictureProps) {
  const { id, name, size } = picture;
  return (
    <figure>
      <div className="pinned whole">
        <img
          src={placeOf(visit, number, `/file/${id}`)}
          alt={visit.say("Picture of {name}", { name })}
          width={size.width}
          height={size.height}
        />
        {pins.map(({ n, ...pin }) => (
          <Dot key={n} pin={pin} n={n} />
        ))}
      </div>
      <figcaption>{children}</figcaption>
    </figure>
  );
}

function Dot({ pin: { x, y }, n }: { pin: { x: number; y: number }; n: number }) {
  const place: CSSProperties = { left: `${x}%`, top: `${y}%` };
  return (
    <span className="dot" style={place} aria-hidden="true">
      {n}
    </span>
  );
}
