import { IconDots } from "@tabler/icons-react";
import { useWorld } from "./board-context.ts";
import { useUiStore } from "./board-ui.ts";
import classes from "./column.module.css";
import type { Lane } from "./lanes.ts";

/** Name, count and limit; over the limit it says so, nothing is refused. */
export function ColumnHead({ lane: { column, cards, total } }: { lane: Lane }) {
  const { manages } = useWorld();
  const ui = useUiStore();
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
      {manages ? (
        <button
          type="button"
          id={`menu-${column.id}`}
          className={classes.more}
          aria-label={`Column ${column.name}`}
          aria-haspopup="menu"
          onClick={(event) => {
            const at = event.currentTarget.getBoundingClientRect();
            ui.set({ columnMenu: { columnId: column.id, at } });
          }}
        >
          <IconDots size={18} aria-hidden />
        </button>
      ) : null}
    </header>
  );
}
