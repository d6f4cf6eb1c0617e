import { memo, type ReactNode } from "react";
import type { BoardCard } from "../../lib/board-query.ts";
import { valueText } from "../../lib/field-values.ts";
import { minutesText } from "../../lib/minutes.ts";
import { type BoardWorld, useWorld } from "../board-context.ts";
import tile from "../card-tile.module.css";
import { dueWords, PRIORITY_WORDS } from "../card-words.ts";
import classes from "./list.module.css";
import { fieldOf, type ListColumn } from "./list-columns.ts";

interface ListCellProps {
  column: ListColumn;
  card: BoardCard;
  cardRef: string;
  values: Readonly<Record<string, string>> | undefined;
  /** Tab comes here. */
  isEntry: boolean;
}

/** One fact of a card; Enter, F2 or a click changes it. */
export const ListCell = memo(function ListCell({ column, card, cardRef, values, isEntry }: ListCellProps) {
  const world = useWorld();
  const tabIndex = isEntry ? 0 : -1;
  if (column.key === "title")
    return (
      <div role="rowheader" className={classes.title} data-cell="title">
        <span className={classes.ref}>{cardRef}</span>
        <a href={`/c/${cardRef}`} draggable={false} tabIndex={tabIndex} title={card.title}>
          {card.title}
        </a>
        {card.blocked ? (
          <span className={card.blockedByClient ? classes.waits : classes.late}>
            {card.blockedByClient ? "Waiting for client" : "Blocked"}
          </span>
        ) : null}
      </div>
    );
  return (
    <div role="gridcell" className={classes.cell} data-cell={column.key} tabIndex={tabIndex}>
      {contentOf(column.key, card, world, values)}
    </div>
  );
});

function contentOf(
  key: string,
  card: BoardCard,
  world: BoardWorld,
  values: ListCellProps["values"],
): ReactNode {
  const fieldId = fieldOf(key);
  if (fieldId) {
    const value = values?.[fieldId];
    const kind = world.fields.get(fieldId)?.kind ?? "text";
    return value ? valueText(kind, value) : null;
  }
  if (key === "status") return world.columns.find(({ id }) => id === card.columnId)?.name ?? "Later";
  if (key === "milestone") {
    const milestone = world.milestones.get(card.milestoneId ?? "");
    return milestone ? `◆ M${milestone.number} ${milestone.title}` : null;
  }
  if (key === "people") return card.people.map((id) => world.people.get(id)?.name ?? "Somebody").join(", ");
  if (key === "due") return <Due card={card} today={world.today} />;
  if (key === "priority") return card.priority > 0 ? PRIORITY_WORDS[card.priority] : null;
  if (key === "estimate") return card.likely === null ? null : minutesText(card.likely);
  return card.labels.map((id) => {
    const label = world.labels.get(id);
    return label ? (
      <span key={id} className={tile.label} data-color={label.color}>
        {label.name}
      </span>
    ) : null;
  });
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
