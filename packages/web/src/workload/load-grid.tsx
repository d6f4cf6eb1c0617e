import { type KeyboardEvent, useRef, useState } from "react";
import { shortDay } from "../lib/dates.ts";
import { LoadCell } from "./load-cell.tsx";
import { ShareMenu } from "./share-menu.tsx";
import type { Workload, WorkloadCell, WorkloadPerson } from "./workload.api.ts";
import classes from "./workload.module.css";

export interface Opened {
  person: WorkloadPerson;
  cell: WorkloadCell;
}

interface LoadGridProps {
  view: Workload;
  onOpen: (opened: Opened) => void;
}

const STEPS: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** People by weeks; one stop for Tab, then arrows. The table is its own twin: every cell says its numbers. */
export function LoadGrid({ view, onOpen }: LoadGridProps) {
  const { people, weeks, today } = view;
  const [at, setAt] = useState({ row: 0, column: 0 });
  const table = useRef<HTMLTableElement>(null);
  const go = (event: KeyboardEvent) => {
    const [down, right] = STEPS[event.key] ?? [0, 0];
    const edge = event.key === "Home" ? 0 : event.key === "End" ? weeks.length - 1 : null;
    if (down === 0 && right === 0 && edge === null) return;
    event.preventDefault();
    const row = Math.min(people.length - 1, Math.max(0, at.row + down));
    const column = edge ?? Math.min(weeks.length - 1, Math.max(0, at.column + right));
    setAt({ row, column });
    table.current?.querySelector<HTMLElement>(`[data-at="${row} ${column}"]`)?.focus();
  };
  return (
    <div className={classes.scroll}>
      <table ref={table} className={classes.grid} onKeyDown={go} aria-label="Workload by person and week">
        <thead>
          <tr>
            <th scope="col">Person</th>
            {weeks.map((week) => (
              <th key={week} scope="col" className={week <= today ? classes.now : undefined}>
                {week <= today ? "This week" : shortDay(week)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((person, row) => (
            <tr key={person.id}>
              <th scope="row">
                <ShareMenu person={person} view={view} />
              </th>
              {person.cells.map((cell, column) => (
                <td key={cell.weekOn} className={cell.weekOn <= today ? classes.now : undefined}>
                  <LoadCell
                    name={person.name}
                    cell={cell}
                    place={`${row} ${column}`}
                    reached={at.row === row && at.column === column}
                    onOpen={() => {
                      setAt({ row, column });
                      onOpen({ person, cell });
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
