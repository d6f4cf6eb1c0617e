import type { CSSProperties } from "react";
import { cellSentence, hours } from "./load-words.ts";
import type { WorkloadCell } from "./workload.api.ts";
import classes from "./workload.module.css";

interface LoadCellProps {
  name: string;
  cell: WorkloadCell;
  place: string;
  /** Tab stops here. */
  reached: boolean;
  onOpen: () => void;
}

/** One person in one week: numbers first, shade and hatch beside them. */
export function LoadCell({ name, cell, place, reached, onOpen }: LoadCellProps) {
  const { planned, capacity, over, away } = cell;
  const share = capacity > 0 ? Math.min(1, planned / capacity) : planned > 0 ? 1 : 0;
  const marks = [classes.cell, over > 0 ? classes.over : "", away > 0 ? classes.away : ""];
  return (
    <button
      type="button"
      className={marks.join(" ")}
      style={{ "--load": `${Math.round(share * 40)}%` } as CSSProperties}
      data-at={place}
      tabIndex={reached ? 0 : -1}
      aria-label={cellSentence(name, cell)}
      onClick={onOpen}
    >
      <span className={classes.numbers}>
        <b>{hours(planned)}</b> of {hours(capacity)} h
      </span>
      {over > 0 ? <span className={classes.note}>over by {hours(over)} h</span> : null}
      {away > 0 ? <span className={classes.note}>away {hours(away)} h</span> : null}
    </button>
  );
}
