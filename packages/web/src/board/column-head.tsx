import { IconDots } from "@tabler/icons-react";
import type { BoardColumn } from "../lib/board-query.ts";
import { useWorld } from "./board-context.ts";
import { useUiStore } from "./board-ui.ts";
import classes from "./column.module.css";
import { FoldButton } from "./fold-button.tsx";
import { countOf, type Lane } from "./lanes.ts";

/** Name, count and limit; over the limit it says so, nothing is refused. */
export function ColumnHead({ lane: { cards, total }, column }: { lane: Lane; column: BoardColumn }) {
  const { creates, rows } = useWorld();
  const ui = useUiStore();
  const over = column.wipLimit !== null && total > column.wipLimit;
  return (
    <header className={classes.head}>
      <h2 id={`lane-${column.id}`} className={classes.name}>
        {column.name}
      </h2>
      <span className={classes.total}>
        {countOf(cards.length, total)}
        {column.wipLimit === null ? null : ` / ${column.wipLimit}`}
      </span>
      {over ? <span className={classes.over}>Over the limit</span> : null}
      {rows ? null : <FoldButton laneId={column.id} name={column.name} />}
      {creates ? (
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
