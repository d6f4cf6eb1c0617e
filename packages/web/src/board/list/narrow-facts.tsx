import type { BoardCard } from "../../lib/board-query.ts";
import { useWorld } from "../board-context.ts";
import { dueWords, PRIORITY_WORDS } from "../card-words.ts";
import classes from "./list.module.css";

/** The second line of a card on a phone: what matters most of its facts. */
export function NarrowFacts({ card }: { card: BoardCard }) {
  const { projectKey, columns, people, today } = useWorld();
  const due = card.dueOn ? dueWords(card.dueOn, card.doneAt !== null, today) : null;
  const names = card.people.map((id) => people.get(id)?.name ?? "Somebody");
  const column = columns.find(({ id }) => id === card.columnId);
  return (
    <div role="gridcell" className={classes.facts}>
      <span>
        {projectKey}-{card.number}
      </span>
      <span>{column?.name ?? "Later"}</span>
      {due ? <span className={due.late ? classes.late : undefined}>{due.words}</span> : null}
      {card.priority > 0 ? <span>{PRIORITY_WORDS[card.priority]}</span> : null}
      {names.length > 0 ? <span>{names.join(", ")}</span> : null}
    </div>
  );
}
