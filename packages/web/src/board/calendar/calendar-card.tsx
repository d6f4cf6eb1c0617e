import { IconCheck, IconDots } from "@tabler/icons-react";
import { memo } from "react";
import type { BoardCard } from "../../lib/board-query.ts";
import { dayText } from "../../lib/dates.ts";
import { useWorld } from "../board-context.ts";
import { useUi } from "../board-ui.ts";
import { initials } from "../card-words.ts";
import classes from "./calendar.module.css";

interface CalendarCardProps {
  card: BoardCard;
  /** It began before what is shown, or goes on after it. */
  before?: boolean;
  after?: boolean;
}

/** A card on its day, or over all of its days. */
export const CalendarCard = memo(function CalendarCard({ card, before, after }: CalendarCardProps) {
  const { projectKey, people, today } = useWorld();
  const selected = useUi((state) => state.selected === card.id);
  const marked = useUi((state) => state.marked.has(card.id));
  const ref = `${projectKey}-${card.number}`;
  const late = card.dueOn !== null && card.doneAt === null && card.dueOn < today;
  const names = card.people.map((id) => people.get(id)?.name ?? "Somebody");
  const said = [
    card.dueOn ? `due ${dayText(card.dueOn, today)}` : "without date",
    card.doneAt ? "done" : late ? "late" : "",
    ...names,
  ];
  const look = [
    classes.card,
    card.doneAt ? classes.done : "",
    late ? classes.late : "",
    selected ? classes.selected : "",
    marked ? classes.marked : "",
    before ? classes.before : "",
    after ? classes.after : "",
  ];
  return (
    <article className={look.join(" ")} data-card={card.id} data-ref={ref}>
      {card.doneAt ? <IconCheck size={14} aria-hidden /> : null}
      <a href={`/c/${ref}`} draggable={false} title={card.title} className={classes.title}>
        {card.title}
        <span className={classes.said}>, {said.filter(Boolean).join(", ")}</span>
      </a>
      {names.length > 0 ? (
        <span className={classes.who} aria-hidden>
          {names.slice(0, 2).map(initials).join(" ")}
        </span>
      ) : null}
      <button type="button" data-menu tabIndex={-1} aria-label={`More for ${ref}`} aria-haspopup="menu">
        <IconDots size={16} aria-hidden />
      </button>
    </article>
  );
});
