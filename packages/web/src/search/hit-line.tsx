import {
  IconBuilding,
  IconCards,
  IconCircleCheck,
  IconFile,
  IconMessage,
  IconMessageCircle,
  IconRoad,
  IconSquareRotated,
  IconTarget,
  IconUser,
} from "@tabler/icons-react";
import classes from "./hit-line.module.css";
import { factsOf } from "./hit-words.ts";
import type { MarkedText, SearchHit } from "./search.api.ts";

const ICONS: Record<SearchHit["kind"], typeof IconUser> = {
  project: IconRoad,
  client: IconBuilding,
  member: IconUser,
  contact: IconUser,
  milestone: IconSquareRotated,
  objective: IconTarget,
  card: IconCards,
  message: IconMessage,
  decision: IconCircleCheck,
  file: IconFile,
  comment: IconMessageCircle,
};

interface HitLineProps {
  hit: SearchHit;
  /** With the place in the text where it was found. */
  whole?: boolean;
}

/** What was found, what of it, and where it stands. */
export function HitLine({ hit, whole = false }: HitLineProps) {
  const { kind, title, excerpt, byName } = hit;
  const Icon = ICONS[kind];
  const isSaid = title.text === "";
  return (
    <span className={classes.line} data-archived={hit.archived || undefined}>
      <Icon size={18} aria-hidden className={classes.icon} />
      <span className={classes.words}>
        <span className={classes.title}>
          {isSaid ? `${byName ?? "Somebody"}: ` : null}
          <Marked of={isSaid ? (excerpt ?? title) : title} />
        </span>
        {excerpt && !isSaid && (whole || (title.marks.length === 0 && excerpt.marks.length > 0)) ? (
          <span className={classes.excerpt}>
            <Marked of={excerpt} />
          </span>
        ) : null}
        <span className={classes.facts}>{factsOf(hit).join(" · ")}</span>
      </span>
    </span>
  );
}

function Marked({ of: { text, marks } }: { of: MarkedText }) {
  const pieces = marks.flatMap(({ start, end }, at) => [
    text.slice(marks[at - 1]?.end ?? 0, start),
    <mark key={start} className={classes.mark}>
      {text.slice(start, end)}
    </mark>,
  ]);
  return (
    <>
      {pieces}
      {text.slice(marks.at(-1)?.end ?? 0)}
    </>
  );
}
