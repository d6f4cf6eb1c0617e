import { useWorld } from "./board-context.ts";
import classes from "./column.module.css";
import { ColumnMenu } from "./column-menu.tsx";
import type { Lane } from "./lanes.ts";

/** Name, count and limit; over the limit it says so, nothing is refused. */
export function ColumnHead({ lane: { column, cards, total } }: { lane: Lane }) {
  const { manages } = useWorld();
  const over = column.wipLimit !== null && total > column.wipLimit;
  const count = cards.length === total ? `${total}` : `${cards.length} of ${total}`;
  return (
    <header className={classes.head}>
      <h2 id={`column-${column.id}`} className={classes.name}>
        {column.name}
      </h2>
      <span className={classes.total}>
        {count}
        {column.wipLimit === null ? null : ` / ${column.wipLimit}`}
      </span>
      {over ? <span className={classes.over}>Over the limit</span> : null}
      {manages ? <ColumnMenu column={column} /> : null}
    </header>
  );
}
