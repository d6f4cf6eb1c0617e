import { Link } from "@tanstack/react-router";
import type { Board, BoardCard } from "../lib/board-query.ts";
import { dayText, todayIn } from "../lib/dates.ts";
import { minutesText } from "../lib/minutes.ts";
import classes from "./card-lines.module.css";

interface CardLinesProps {
  board: Board;
  cards: readonly BoardCard[];
}

/** Cards in short: what, where it stands, who, how much, by when. */
export function CardLines({ board, cards }: CardLinesProps) {
  const names = new Map(board.people.map(({ id, name }) => [id, name]));
  const columns = new Map(board.columns.map(({ id, name }) => [id, name]));
  const today = todayIn();
  return (
    <ul className={classes.list}>
      {cards.map(({ id, number, title, columnId, people, likely, dueOn, doneAt, blocked }) => (
        <li key={id} className={classes.line}>
          <Link
            className={classes.title}
            to={`/c/${board.project.key.toUpperCase()}-${number}` as "/"}
            data-done={doneAt !== null}
          >
            {title}
          </Link>
          <span className={classes.facts}>
            {[
              blocked ? "Blocked" : (columns.get(columnId ?? "") ?? "Later"),
              people.map((person) => names.get(person) ?? "").join(", "),
              likely === null ? "" : minutesText(likely),
            ]
              .filter(Boolean)
              .join(" · ")}
          </span>
          <span className={classes.day}>
            {dueOn ? (
              <time dateTime={dueOn} data-late={doneAt === null && dueOn < today}>
                {dayText(dueOn, today)}
              </time>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Open cards first, by day; those without one behind, done ones last. */
export function inOrderOfWork(cards: readonly BoardCard[]): BoardCard[] {
  const rank = ({ doneAt, dueOn }: BoardCard) => `${doneAt ? 1 : 0}${dueOn ?? "9999"}`;
  return cards.toSorted((a, b) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.number - b.number));
}
