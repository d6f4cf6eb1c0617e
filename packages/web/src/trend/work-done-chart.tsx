import { useElementSize } from "@mantine/hooks";
import { toEpochDay } from "@milepost/planning";
import { scaleLinear } from "d3-scale";
import { AmountAxes } from "./amount-axes.tsx";
import { apart } from "./trend-scale.ts";
import type { Measured, WorkDone } from "./work-done.api.ts";
import classes from "./work-done.module.css";
import { amountText, wholeDays } from "./work-done-words.ts";

const HEIGHT = 220;
const LEFT = 56;
const BELOW = 26;
const NAMES = 84;
const WIDEST = 720;
const LINE = 16;

type Point = Measured["points"][number];
type Kind = "planned" | "earned";

interface WorkDoneChartProps {
  work: WorkDone;
  measured: Measured;
}

/** Days to the right, amounts upwards; sideways between what is done and what was planned lies how late the work is. */
export function WorkDoneChart({ work, measured }: WorkDoneChartProps) {
  const { ref, width: measuredWidth } = useElementSize<HTMLDivElement>();
  const width = Math.min(WIDEST, Math.max(280, measuredWidth));
  const scale = scaleOf(measured, width);
  const lines = linesOf(work, measured.points);
  const ends = lines.flatMap(({ kind, name, points }) => {
    const last = points.at(-1);
    return last ? [{ kind, name, x: scale.x(last.on), y: scale.y(last.amount) }] : [];
  });
  const heights = apart(
    ends.map(({ y }) => y),
    LINE,
    HEIGHT - LINE / 2,
  );
  return (
    <div ref={ref} className={classes.chart}>
      <svg width={width} height={HEIGHT + BELOW} aria-hidden="true">
        <Axes scale={scale} work={work} budget={measured.now.budget} />
        {lines.map(({ kind, points }) => (
          <path key={kind} className={classes[kind]} d={pathOf(points, scale, work.by)} />
        ))}
        <Delay work={work} measured={measured} scale={scale} />
        {ends.map(({ kind, name, x }, i) => (
          <text key={kind} x={x + 8} y={(heights[i] ?? 0) + 4} className={classes.name} data-line={kind}>
            {name}
          </text>
        ))}
      </svg>
    </div>
  );
}

function linesOf({ by }: WorkDone, points: readonly Point[]) {
  const line = (kind: Kind, name: string) => ({
    kind,
    name,
    points: points.flatMap(({ on, [kind]: amount }) => (amount === null ? [] : [{ on, amount }])),
  });
  return [line("planned", "Planned"), line("earned", by === "price" ? "Reached" : "Done")];
}

/** Hours come day by day, a price all at once. */
function pathOf(points: readonly { on: string; amount: number }[], { x, y }: Scale, by: WorkDone["by"]) {
  return points
    .map(({ on, amount }, i) => {
      if (i === 0) return `M${x(on)} ${y(amount)}`;
      return by === "price" ? `H${x(on)}V${y(amount)}` : `L${x(on)} ${y(amount)}`;
    })
    .join("");
}

interface Scale {
  from: string;
  to: string;
  x: (day: string) => number;
  y: (amount: number) => number;
}

function scaleOf({ points, now, startOn, plannedEndOn }: Measured, width: number): Scale {
  const days = points.map(({ on }) => on);
  const from = days.reduce((first, day) => (day < first ? day : first), startOn);
  const to = days.reduce((last, day) => (day > last ? day : last), plannedEndOn);
  const right = scaleLinear(
    [toEpochDay(from), Math.max(toEpochDay(from) + 1, toEpochDay(to))],
    [LEFT, width - NAMES],
  );
  const up = scaleLinear([0, now.budget], [HEIGHT, 12]);
  return { from, to, x: (day) => right(toEpochDay(day)), y: up };
}

function Axes({ scale: { from, to, x, y }, work, budget }: { scale: Scale; work: WorkDone; budget: number }) {
  const amounts = [0, budget / 2, budget].map((amount) => ({ amount, label: amountText(amount, work) }));
  return (
    <g className={classes.axes}>
      <AmountAxes from={from} to={to} x={x} y={y} left={LEFT} height={HEIGHT} amounts={amounts} />
      {work.today <= to ? <path d={`M${x(work.today)} 4V${HEIGHT}`} className={classes.today} /> : null}
    </g>
  );
}

/** From the day on which this much was planned to today. */
function Delay({ work: { today }, measured, scale: { x, y, to } }: WorkDoneChartProps & { scale: Scale }) {
  const { now, earnedAsOfOn } = measured;
  const days = wholeDays(now.schedule.variance);
  if (days === 0 || earnedAsOfOn === null || now.earned >= now.budget || today > to) return null;
  const height = y(now.earned);
  return (
    <g className={classes.delay}>
      <path d={`M${x(earnedAsOfOn)} ${height}H${x(today)}`} />
      <circle cx={x(earnedAsOfOn)} cy={height} r="3" />
      <circle cx={x(today)} cy={height} r="3" />
    </g>
  );
}
