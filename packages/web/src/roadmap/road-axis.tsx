import { VisuallyHidden } from "@mantine/core";
import { dayText } from "../lib/dates.ts";
import type { Plan } from "../lib/plan-query.ts";
import classes from "./roadmap.module.css";
import type { TimeScale } from "./time-scale.ts";

interface RoadAxisProps {
  scale: TimeScale;
  today: string;
  fixedDates: Plan["fixedDates"];
}

/** The months and weeks above the road, today and the dates from outside; their names stay in sight while it scrolls. */
export function RoadAxis({ scale, today, fixedDates }: RoadAxisProps) {
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.corner}>
          Milestone
        </th>
        <th scope="col" className={classes.axis}>
          <VisuallyHidden>
            {[
              `Dates from ${dayText(scale.from)} to ${dayText(scale.to)}`,
              ...fixedDates.map(({ title, onDate }) => `${title} on ${dayText(onDate, today)}`),
            ].join("; ")}
          </VisuallyHidden>
          <div className={classes.times} aria-hidden="true">
            {scale.upper.map(({ day, label, x, width }) => (
              <div key={day} className={classes.upper} style={{ left: x, width }}>
                {width > 34 ? <span>{label}</span> : null}
              </div>
            ))}
            {scale.lower.map(({ day, label, x, width }) => (
              <div key={day} className={classes.lower} style={{ left: x, width }}>
                {width > 18 ? label : null}
              </div>
            ))}
            {flagsOf(scale, today, fixedDates).map(({ id, words, x, before }) => (
              <span
                key={id}
                className={`${classes.flag} ${classes.fixed}`}
                data-before={before}
                style={{ left: before ? x + 1 : x - 1 }}
              >
                {words}
              </span>
            ))}
            <span className={classes.flag} style={{ left: scale.middle(today) - 1 }}>
              today
            </span>
          </div>
        </th>
      </tr>
    </thead>
  );
}

const LETTER = 7;
const TODAY = 52;

interface Flag {
  id: string;
  words: string;
  x: number;
  /** Its words stand before its line, behind it where they would cover others. */
  before: boolean;
}

function flagsOf(scale: TimeScale, today: string, fixedDates: Plan["fixedDates"]): Flag[] {
  const taken = [{ from: scale.middle(today), to: scale.middle(today) + TODAY }];
  return fixedDates.map(({ id, title, onDate }) => {
    const words = `${title}, ${dayText(onDate, onDate)}`;
    const x = scale.middle(onDate);
    const width = words.length * LETTER + 14;
    const before = !taken.some(({ from, to }) => from < x && to > x - width);
    taken.push(before ? { from: x - width, to: x } : { from: x, to: x + width });
    return { id, words, x, before };
  });
}
