import type { RefObject } from "react";
import { BoardRow } from "./board-row.tsx";
import { ColumnHead } from "./column-head.tsx";
import type { HeldChange } from "./held-changes.ts";
import type { Lane } from "./lanes.ts";
import classes from "./rows.module.css";
import type { Row } from "./rows.ts";

interface BoardRowsProps {
  rows: readonly Row[];
  columns: readonly Lane[];
  held: readonly HeldChange[];
  onShowHeld: () => void;
  /** What they scroll in. */
  scroller: RefObject<HTMLElement | null>;
}

/** The columns once, and below them group by group. */
export function BoardRows({ rows, columns, held, onShowHeld, scroller }: BoardRowsProps) {
  return (
    <div className={classes.rows}>
      <div className={classes.heads}>
        {columns.map((lane) =>
          lane.column ? (
            <div key={lane.id} className={classes.columnHead}>
              <ColumnHead lane={lane} column={lane.column} />
            </div>
          ) : null,
        )}
      </div>
      {held.length > 0 ? (
        <div className={classes.heldPlace}>
          <button type="button" className={classes.held} onClick={onShowHeld}>
            {held.length} new
          </button>
        </div>
      ) : null}
      {rows.map((row) => (
        <BoardRow key={row.lane.id} row={row} scroller={scroller} />
      ))}
    </div>
  );
}
