import { Button, Checkbox } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Card } from "../../lib/board-query.ts";
import { agoText } from "../../lib/dates.ts";
import classes from "./archive.module.css";

interface ArchiveRowProps {
  card: Card;
  /** Where it lay, who is on it, what it served. */
  facts: string;
  marked: boolean;
  /** Left out where nothing may be done with many at once. */
  onMark: ((id: string, range: boolean) => void) | null;
  onBack: (card: Card) => void;
}

export const ArchiveRow = memo(function ArchiveRow({ card, facts, marked, onMark, onBack }: ArchiveRowProps) {
  const { id, ref, title, archivedAt, doneAt } = card;
  const said = [
    `Archived ${agoText(archivedAt ?? card.touchedAt)}`,
    ...(doneAt ? ["done"] : []),
    ...(facts ? [facts] : []),
  ];
  return (
    <li className={`${classes.row} ${marked ? classes.marked : ""}`}>
      {onMark ? (
        <Checkbox
          size="md"
          checked={marked}
          aria-label={`Select ${ref}`}
          onChange={() => undefined}
          onClick={(event) => onMark(id, event.shiftKey)}
        />
      ) : null}
      <div className={classes.words}>
        <Link to="/c/$ref" params={{ ref }} className={classes.title} data-archived={id}>
          <span className={classes.ref}>{ref}</span> {title}
        </Link>
        <p className={classes.facts}>{said.join(" · ")}</p>
      </div>
      <Button
        size="compact-md"
        variant="default"
        onClick={() => onBack(card)}
        aria-label={`Bring back ${ref}`}
      >
        Bring back
      </Button>
    </li>
  );
});
