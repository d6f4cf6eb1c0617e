import { useElementSize } from "@mantine/hooks";
import { addDays, dayText } from "../lib/dates.ts";
import type { Trend, TrendMilestone } from "./trend.api.ts";
import classes from "./trend.module.css";
import { apart, type TrendScale, trendScale } from "./trend-scale.ts";

const LEFT = 40;
const BELOW = 28;
const WIDEST = 620;
const LABEL = 15;
const DASHES = ["none", "8 4", "2 4", "10 3 2 3"];
const COLORS = 6;
/** Beside the line there is room for a name only on wide screens. */
const ROOM_FOR_NAMES = 520;

interface TrendChartProps {
  trend: Trend;
}

/** Report days to the right, planned days upwards: flat holds its date, rising slips, and at 45 degrees it is reached. */
export function TrendChart({ trend }: TrendChartProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const side = Math.min(WIDEST, Math.max(240, width - LEFT - 8));
  const scale = trendScale(trend, { left: LEFT, side });
  const heights = apart(
    trend.milestones.map(({ points }) => scale.y(points.at(-1)?.targetOn ?? trend.today)),
    LABEL,
  );
  return (
    <div ref={ref} className={classes.chart}>
      <svg width={LEFT + side + 8} height={side + BELOW} aria-hidden="true">
        <Axes scale={scale} side={side} today={trend.today} versions={trend.versions} />
        {trend.milestones.map((milestone, at) => (
          <Line key={milestone.id} milestone={milestone} at={at} scale={scale} />
        ))}
        {trend.reasons.map(({ milestoneId, on, targetOn, reason }) => (
          <circle
            key={`${milestoneId} ${on} ${targetOn}`}
            cx={scale.x(on)}
            cy={scale.y(targetOn)}
            r="5"
            className={classes.reason}
          >
            <title>{`${dayText(on)}: ${reason}`}</title>
          </circle>
        ))}
        {trend.milestones.map((milestone, at) => (
          <Label
            key={milestone.id}
            milestone={milestone}
            at={at}
            x={scale.x(milestone.points.at(-1)?.on ?? trend.today)}
            from={scale.y(milestone.points.at(-1)?.targetOn ?? trend.today)}
            y={heights[at] ?? 0}
            named={side >= ROOM_FOR_NAMES}
          />
        ))}
      </svg>
    </div>
  );
}

interface AxesProps {
  scale: TrendScale;
  side: number;
  today: string;
  versions: Trend["versions"];
}

function Axes({ scale, side, today, versions }: AxesProps) {
  const { from, to, x, y, months } = scale;
  return (
    <g className={classes.axes}>
      <path d={`M${x(from)} ${y(from)}L${x(to)} ${y(to)}V${side}Z`} className={classes.past} />
      {months.map(({ day, label }) => (
        <g key={day}>
          <path d={`M${LEFT} ${y(day)}H${LEFT + side}M${x(day)} 0V${side}`} />
          <text x={LEFT - 6} y={y(day) + 4} textAnchor="end">
            {label}
          </text>
          <text x={x(day)} y={side + 18} textAnchor="middle">
            {label}
          </text>
        </g>
      ))}
      {versions.map(({ n, on }) => (
        <g key={n}>
          <path d={`M${x(on)} 14V${side}`} className={classes.version} />
          <text x={x(on)} y={10} textAnchor="middle">{`v${n}`}</text>
        </g>
      ))}
      <path d={`M${x(today)} 14V${side}`} className={classes.today} />
      <path d={`M${x(from)} ${y(from)}L${x(to)} ${y(to)}`} className={classes.diagonal} />
    </g>
  );
}

interface LineProps {
  milestone: TrendMilestone;
  at: number;
  scale: TrendScale;
}

function Line({ milestone, at, scale }: LineProps) {
  const { points } = milestone;
  const color = `var(--line-${(at % COLORS) + 1})`;
  return (
    <g stroke={color} fill="none">
      <title>{milestone.title}</title>
      <path d={pathOf(points, scale)} strokeWidth="2" strokeDasharray={DASHES[at % DASHES.length]} />
      {points.map(({ on, targetOn }) => (
        <circle key={on} cx={scale.x(on)} cy={scale.y(targetOn)} r="2.5" fill={color} />
      ))}
    </g>
  );
}

/** Between two reports the older date held until the eve of the newer one. */
function pathOf(points: TrendMilestone["points"], { x, y }: TrendScale): string {
  return points
    .map(({ on, targetOn }, i) => {
      const before = points[i - 1];
      if (!before) return `M${x(on)} ${y(targetOn)}`;
      const eve = addDays(on, -1);
      const held = eve > before.on ? `L${x(eve)} ${y(before.targetOn)}` : "";
      return `${held}L${x(on)} ${y(targetOn)}`;
    })
    .join("");
}

interface LabelProps {
  milestone: TrendMilestone;
  at: number;
  x: number;
  from: number;
  y: number;
  named: boolean;
}

function Label({ milestone, at, x, from, y, named }: LabelProps) {
  const { number, title } = milestone;
  const short = title.length > 26 ? `${title.slice(0, 25)}…` : title;
  return (
    <g>
      {Math.abs(y - from) > 2 ? (
        <path d={`M${x + 4} ${from}L${x + 10} ${y}`} stroke="var(--mp-dim)" fill="none" />
      ) : null}
      <text x={x + 12} y={y + 4} className={classes.label} fill={`var(--line-${(at % COLORS) + 1})`}>
        {named ? `M${number} ${short}` : `M${number}`}
      </text>
    </g>
  );
}
