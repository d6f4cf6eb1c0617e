import { VisuallyHidden } from "@mantine/core";
import { dayText } from "../lib/dates.ts";
import classes from "./roadmap.module.css";
import type { TimeScale } from "./time-scale.ts";

/** The months and weeks above the road; their names stay in sight while it scrolls. */
export function RoadAxis({ scale }: { scale: TimeScale }) {
  return (
    <thead>
      <tr>
        <th scope="col" className={classes.corner}>
          Milestone
        </th>
        <th scope="col" className={classes.axis}>
          <VisuallyHidden>{`Dates from ${dayText(scale.from)} to ${dayText(scale.to)}`}</VisuallyHidden>
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
          </div>
        </th>
      </tr>
    </thead>
  );
}
