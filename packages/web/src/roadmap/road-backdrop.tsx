import type { Plan } from "../lib/plan-query.ts";
import classes from "./roadmap.module.css";
import type { TimeScale } from "./time-scale.ts";

interface RoadBackdropProps {
  scale: TimeScale;
  height: number;
  today: string;
  fixedDates: Plan["fixedDates"];
}

/** What stands still behind the rows: the grid of time, today, and the dates that come from outside. */
export function RoadBackdrop({ scale, height, today, fixedDates }: RoadBackdropProps) {
  const now = scale.middle(today);
  return (
    <svg className={classes.backdrop} width={scale.width} height={height} aria-hidden="true">
      {scale.lower.map(({ day, x }) => (
        <line key={day} x1={x} x2={x} y1={0} y2={height} stroke="var(--mp-line)" strokeWidth="1" />
      ))}
      {fixedDates.map(({ id, onDate }) => (
        <line
          key={id}
          x1={scale.middle(onDate)}
          x2={scale.middle(onDate)}
          y1={0}
          y2={height}
          stroke="var(--mp-off-track)"
          strokeWidth="1.5"
          strokeDasharray="5 4"
        />
      ))}
      <line x1={now} x2={now} y1={0} y2={height} stroke="var(--mp-brand)" strokeWidth="2" />
    </svg>
  );
}
