import { shortDay } from "../lib/dates.ts";
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
      {fixedDates.map(({ id, title, onDate }) => (
        <FixedDate
          key={id}
          x={scale.middle(onDate)}
          height={height}
          words={`${title}, ${shortDay(onDate)}`}
        />
      ))}
      <line x1={now} x2={now} y1={0} y2={height} stroke="var(--mp-brand)" strokeWidth="2" />
      <text x={now + 6} y={height - 7} fontSize="12" fill="var(--mp-brand)" fontWeight="600">
        today
      </text>
    </svg>
  );
}

function FixedDate({ x, height, words }: { x: number; height: number; words: string }) {
  return (
    <g>
      <line
        x1={x}
        x2={x}
        y1={0}
        y2={height}
        stroke="var(--mp-off-track)"
        strokeWidth="1.5"
        strokeDasharray="5 4"
      />
      <text
        x={x - 6}
        y={height - 7}
        fontSize="12"
        textAnchor="end"
        fill="var(--mp-off-track)"
        fontWeight="600"
      >
        {words}
      </text>
    </g>
  );
}
