import { VisuallyHidden } from "@mantine/core";
import type { CSSProperties } from "react";
import { longDay } from "../lib/dates.ts";
import { hours } from "./load-words.ts";
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
  const { weekOn, planned, capacity, over, away } = cell;
  const share = capacity > 0 ? Math.min(1, planned / capacity) : planned > 0 ? 1 : 0;
  const marks = [classes.cell, over > 0 ? classes.over : "", away > 0 ? classes.away : ""];
  return (
    <button
      type="button"
      className={marks.join(" ")}
      style={{ "--load": `${Math.round(share * 40)}%` } as CSSProperties}
      data-at={place}
      tabIndex={reached ? 0 : -1}
      onClick={onOpen}
    >
      <VisuallyHidden>{`${name}, week of ${longDay(weekOn)}: `}</VisuallyHidden>
      <span className={classes.numbers}>
        <b>{hours(planned)}</b> of {hours(capacity)} h
      </span>
      <Note minutes={over} word="over by" />
      <Note minutes={away} word="away" />
    </button>
  );
}

function Note({ minutes, word }: { minutes: number; word: string }) {
  if (minutes <= 0) return null;
  return (
    <>
      <VisuallyHidden>, </VisuallyHidden>
      <span className={classes.note}>
        {word} {hours(minutes)} h
      </span>
    </>
  );
}
