import {
  IconAlignLeft,
  IconChecklist,
  IconDots,
  IconEye,
  IconHourglass,
  IconMessage,
  IconPaperclip,
  IconSquareCheckFilled,
} from "@tabler/icons-react";
import { memo } from "react";
import type { BoardCard } from "../lib/board-query.ts";
import { coverOf } from "../lib/covers.ts";
import { minutesText } from "../lib/minutes.ts";
import round from "../ui/initials.module.css";
import { type BoardWorld, useWorld } from "./board-context.ts";
import classes from "./card-tile.module.css";
import { dueWords, initials, PRIORITY_WORDS } from "./card-words.ts";

interface CardTileProps {
  card: BoardCard;
  /** Reached by Tab; the arrows lead to the others. */
  tabbable: boolean;
  selected: boolean;
  /** One of several that are selected together. */
  marked: boolean;
}

/** One card of the board. No state and no listeners of its own: there are thousands. */
export const CardTile = memo(function CardTile({ card, tabbable, selected, marked }: CardTileProps) {
  const world = useWorld();
  const ref = `${world.projectKey}-${card.number}`;
  const className = [
    classes.card,
    card.blocked ? classes.blocked : "",
    card.blockedByClient ? classes.hatched : "",
    selected ? classes.selected : "",
    marked ? classes.marked : "",
  ].join(" ");
  return (
    <article className={className} data-card={card.id} data-ref={ref}>
      {world.covers ? <Cover card={card} /> : null}
      <Labels card={card} world={world} />
      <a href={`/c/${ref}`} draggable={false} tabIndex={tabbable ? 0 : -1} className={classes.title}>
        {card.title}
      </a>
      <button
        type="button"
        data-menu
        tabIndex={-1}
        className={classes.menu}
        aria-label={`More for ${ref}`}
        aria-haspopup="menu"
      >
        <IconDots size={18} aria-hidden />
      </button>
      <Blocked card={card} />
      <div className={classes.facts}>
        {marked ? <IconSquareCheckFilled size={16} role="img" aria-label="Selected" /> : null}
        <span className={classes.ref}>{ref}</span>
        {world.waiting.has(card.id) ? <Waits done={card.doneAt !== null} /> : null}
        <Standing card={card} world={world} />
        <Due card={card} today={world.today} />
        {card.likely === null ? null : <span>{minutesText(card.likely)}</span>}
        {card.priority > 0 ? <span className={classes.priority}>{PRIORITY_WORDS[card.priority]}</span> : null}
        <Counts card={card} />
        <People card={card} world={world} />
      </div>
    </article>
  );
});

/** Of one height whatever the picture is, so that nothing moves when it comes. */
function Cover({ card }: { card: BoardCard }) {
  const source = coverOf(card);
  return source ? (
    <img className={classes.cover} src={source} alt="" loading="lazy" draggable={false} />
  ) : null;
}

function Waits({ done }: { done: boolean }) {
  if (done) return null;
  return (
    <span className={classes.count} title="Comes after something that is still open">
      <IconHourglass size={16} role="img" aria-label="Waits for something open" /> Waits
    </span>
  );
}

function Labels({ card, world }: { card: BoardCard; world: BoardWorld }) {
  if (card.labels.length === 0) return null;
  return (
    <div className={classes.labels}>
      {card.labels.map((id) => {
        const label = world.labels.get(id);
        return label ? (
          <span key={id} className={classes.label} data-color={label.color}>
            {label.name}
          </span>
        ) : null;
      })}
    </div>
  );
}

function Blocked({ card }: { card: BoardCard }) {
  if (!card.blocked) return null;
  return <div className={classes.why}>{card.blockedByClient ? "Waiting for client" : "Blocked"}</div>;
}

/** What the lane does not say: the milestone, and among groups the column. */
function Standing({ card, world }: { card: BoardCard; world: BoardWorld }) {
  const column = world.by && world.columns.find(({ id }) => id === card.columnId);
  return (
    <>
      {column ? <span className={classes.column}>{column.name}</span> : null}
      {(world.by ?? world.rows) === "milestone" ? null : <Milestone card={card} world={world} />}
    </>
  );
}

function Milestone({ card, world }: { card: BoardCard; world: BoardWorld }) {
  const milestone = card.milestoneId ? world.milestones.get(card.milestoneId) : null;
  if (!milestone) return null;
  return (
    <span className={classes.milestone} title={milestone.title}>
      ◆ {milestone.title}
    </span>
  );
}

function Due({ card, today }: { card: BoardCard; today: string }) {
  if (!card.dueOn) return null;
  const { words, late } = dueWords(card.dueOn, card.doneAt !== null, today);
  return (
    <time dateTime={card.dueOn} className={late ? classes.late : undefined}>
      {words}
    </time>
  );
}

function Counts({ card }: { card: BoardCard }) {
  return (
    <>
      {card.hasBody ? <IconAlignLeft size={16} role="img" aria-label="Has a description" /> : null}
      {card.items > 0 ? (
        <span className={classes.count} title="Checklist">
          <IconChecklist size={16} aria-hidden /> {card.itemsDone}/{card.items}
        </span>
      ) : null}
      {card.comments > 0 ? (
        <span className={classes.count} title="Comments">
          <IconMessage size={16} aria-hidden /> {card.comments}
        </span>
      ) : null}
      {card.files > 0 ? (
        <span className={classes.count} title="Files">
          <IconPaperclip size={16} aria-hidden /> {card.files}
        </span>
      ) : null}
      {card.audience === "client" ? (
        <span className={classes.client} title="The client sees this card">
          <IconEye size={16} aria-hidden /> Client
        </span>
      ) : null}
    </>
  );
}

const SHOWN_PEOPLE = 3;

function People({ card, world }: { card: BoardCard; world: BoardWorld }) {
  const names = card.people.map((id) => world.people.get(id)?.name ?? "Somebody");
  if (names.length === 0) return null;
  return (
    <span className={classes.people} role="img" aria-label={names.join(", ")} title={names.join(", ")}>
      {names.slice(0, SHOWN_PEOPLE).map((name, at) => (
        <span key={card.people[at]} className={`${round.initials} ${classes.person}`}>
          {initials(name)}
        </span>
      ))}
      {names.length > SHOWN_PEOPLE ? (
        <span className={`${round.initials} ${classes.person}`}>+{names.length - SHOWN_PEOPLE}</span>
      ) : null}
    </span>
  );
}
