import { useElementSize } from "@mantine/hooks";
import { toEpochDay } from "@milepost/planning";
import { scaleLinear } from "d3-scale";
import { AmountAxes } from "./amount-axes.tsx";
import type { BurnUp } from "./burn-up.api.ts";
import { amountsOf, amountText, type Count } from "./burn-up-words.ts";
import { apart } from "./trend-scale.ts";
import classes from "./work-done.module.css";

const HEIGHT = 200;
const LEFT = 64;
const BELOW = 26;
const NAMES = 72;
const WIDEST = 720;
const LINE = 16;

interface BurnUpChartProps {
  burnUp: BurnUp;
  count: Count;
}

/** Days to the right, amounts upwards; what lies between the two lines is left. */
export function BurnUpChart({ burnUp: { points, today }, count }: BurnUpChartProps) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const width = Math.min(WIDEST, Math.max(280, measured));
  const from = points[0]?.on ?? today;
  const amounts = points.map((point) => ({ on: point.on, ...amountsOf(point, count) }));
  const most = Math.max(1, ...amounts.map(({ scope }) => scope));
  const right = scaleLinear(
    [toEpochDay(from), Math.max(toEpochDay(from) + 1, toEpochDay(today))],
    [LEFT, width - NAMES],
  );
  const x = (day: string) => right(toEpochDay(day));
  const y = scaleLinear([0, most], [HEIGHT, 12]);
  const now = amounts.at(-1) ?? { scope: 0, done: 0 };
  const [scopeAt = 0, doneAt = 0] = apart([y(now.scope), y(now.done)], LINE, HEIGHT);
  const steps = (kind: "scope" | "done") =>
    `${amounts.map((each, i) => (i === 0 ? `M${x(each.on)} ${y(each[kind])}` : `H${x(each.on)}V${y(each[kind])}`)).join("")}H${x(today)}`;
  return (
    <div ref={ref} className={classes.chart}>
      <svg width={width} height={HEIGHT + BELOW} aria-hidden="true">
        <g className={classes.axes}>
          <AmountAxes
            from={from}
            to={today}
            x={x}
            y={y}
            left={LEFT}
            height={HEIGHT}
            amounts={[0, most].map((amount) => ({ amount, label: amountText(amount, count) }))}
          />
        </g>
        <path className={classes.scope} d={steps("scope")} />
        <path className={classes.earned} d={steps("done")} />
        <text x={x(today) + 8} y={scopeAt + 4} className={classes.name}>
          Scope
        </text>
        <text x={x(today) + 8} y={doneAt + 4} className={classes.name} data-line="earned">
          Done
        </text>
      </svg>
    </div>
  );
}
