import { shortDay } from "../lib/dates.ts";
import { minutesText } from "../lib/minutes.ts";
import { useWorld } from "./board-context.ts";
import classes from "./column.module.css";
import type { Group } from "./groups.ts";
import { countOf, type Lane } from "./lanes.ts";

/** What the cards of a group have in common, and how far they are. */
export function GroupHead({ lane: { id, name, group, cards, total } }: { lane: Lane }) {
  const done = cards.filter(({ doneAt }) => doneAt !== null).length;
  const left = cards.reduce((sum, { doneAt, likely }) => sum + (doneAt === null ? (likely ?? 0) : 0), 0);
  return (
    <header className={classes.head}>
      <div className={classes.group}>
        <h2 id={`lane-${id}`} className={classes.name} title={name}>
          {group?.by === "milestone" && group.id ? "◆ " : null}
          {name}
        </h2>
        <p className={classes.progress}>
          <Target group={group} />
          {cards.length === 0 ? "No cards" : `${done} of ${cards.length} done`}
          {left > 0 ? ` · ${minutesText(left)} left` : null}
        </p>
      </div>
      {cards.length === total ? null : <span className={classes.total}>{countOf(cards.length, total)}</span>}
    </header>
  );
}

function Target({ group }: { group: Group | null }) {
  const { milestones } = useWorld();
  const targetOn = group?.by === "milestone" && group.id ? milestones.get(group.id)?.targetOn : null;
  return targetOn ? <time dateTime={targetOn}>{`${shortDay(targetOn)} · `}</time> : null;
}
