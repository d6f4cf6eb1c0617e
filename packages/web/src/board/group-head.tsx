import { lazy, Suspense } from "react";
import { later } from "../lib/later.ts";
import { minutesText } from "../lib/minutes.ts";
import classes from "./column.module.css";
import { FoldButton } from "./fold-button.tsx";
import { countOf, type Lane } from "./lanes.ts";

const MilestoneFacts = lazy(
  later(async () => ({ default: (await import("./milestone-head.tsx")).MilestoneFacts })),
);

/** What the cards of a group have in common, and how far they are. */
export function GroupHead({ lane: { id, name, group, cards, total, folded } }: { lane: Lane }) {
  const milestoneId = group?.by === "milestone" ? group.id : null;
  const done = <Done cards={cards} />;
  return (
    <header className={classes.head}>
      <div className={classes.group}>
        <h2 id={`lane-${id}`} className={classes.name} title={name}>
          {name}
        </h2>
        {milestoneId ? (
          <Suspense fallback={done}>
            <MilestoneFacts id={milestoneId}>{done}</MilestoneFacts>
          </Suspense>
        ) : (
          done
        )}
      </div>
      {cards.length === total ? null : <span className={classes.total}>{countOf(cards.length, total)}</span>}
      <FoldButton laneId={id} name={name} folded={folded === true} />
    </header>
  );
}

function Done({ cards }: Pick<Lane, "cards">) {
  const done = cards.filter(({ doneAt }) => doneAt !== null).length;
  const left = cards.reduce((sum, { doneAt, likely }) => sum + (doneAt === null ? (likely ?? 0) : 0), 0);
  return (
    <p className={classes.progress}>
      {cards.length === 0 ? "No cards" : `${done} of ${cards.length} done`}
      {left > 0 ? ` · ${minutesText(left)} left` : null}
    </p>
  );
}
