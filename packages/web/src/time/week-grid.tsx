import { Link } from "@tanstack/react-router";
import { addDays, dayText } from "../lib/dates.ts";
import { workedText } from "../lib/minutes.ts";
import classes from "./time.module.css";
import { TimeCell } from "./time-cell.tsx";
import { sumOf, type TimeRow, WEEK } from "./time-rows.ts";

export interface WeekProps {
  rows: readonly TimeRow[];
  monday: string;
  today: string;
  /** Whose time may be written here. */
  editor: string | null;
  nameOf: ((personId: string) => string) | null;
}

/** Cards by days, with the sum of each. */
export function WeekGrid({ rows, monday, today, editor, nameOf }: WeekProps) {
  const days = WEEK.map((at) => addDays(monday, at));
  const ofDay = (at: number) => sumOf(rows.flatMap((row) => row.days[at] ?? []));
  return (
    <div className={classes.scroll}>
      <table className={classes.grid} aria-label="Time by card and day">
        <thead>
          <tr>
            <th scope="col">Card</th>
            {days.map((day) => (
              <th key={day} scope="col" className={day === today ? classes.now : undefined}>
                {dayText(day)}
              </th>
            ))}
            <th scope="col">Sum</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <CardLink row={row} nameOf={nameOf} />
              </th>
              {days.map((day, at) => (
                <td key={day} data-day={day}>
                  <TimeCell
                    card={row.card}
                    onDate={day}
                    entries={row.days[at] ?? []}
                    editable={row.personId === editor}
                  />
                </td>
              ))}
              <td className={classes.sum}>{workedText(row.minutes)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Sum</th>
            {days.map((day, at) => (
              <td key={day} className={classes.sum}>
                {workedText(ofDay(at))}
              </td>
            ))}
            <td className={classes.sum}>{workedText(rows.reduce((all, { minutes }) => all + minutes, 0))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** The same on a phone: a list a day, without the days on which there is nothing to see or write. */
export function WeekDays({ rows, monday, today, editor, nameOf }: WeekProps) {
  const days = WEEK.map((at) => addDays(monday, at));
  return (
    <>
      {days.map((day, at) => {
        const all = rows.filter((row) => row.days[at]?.length || row.personId === editor);
        const minutes = sumOf(all.flatMap((row) => row.days[at] ?? []));
        if (all.length === 0) return null;
        return (
          <details key={day} className={classes.day} open={day === today || undefined} data-day={day}>
            <summary>
              <b>{dayText(day)}</b> <span className="mp-tabular">{workedText(minutes)}</span>
            </summary>
            <ul className={classes.entries}>
              {all.map((row) => (
                <li key={row.key} className={classes.dayLine}>
                  <CardLink row={row} nameOf={nameOf} />
                  <TimeCell
                    card={row.card}
                    onDate={day}
                    entries={row.days[at] ?? []}
                    editable={row.personId === editor}
                  />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}

function CardLink({ row: { card, personId }, nameOf }: { row: TimeRow; nameOf: WeekProps["nameOf"] }) {
  return (
    <span className={classes.card}>
      {card ? (
        <Link to={`/c/${card.ref}` as "/"} title={card.title}>
          {card.ref} {card.title}
        </Link>
      ) : (
        <span className={classes.dim}>A card that you do not see any more</span>
      )}
      {nameOf ? <span className={classes.dim}>{nameOf(personId)}</span> : null}
    </span>
  );
}
