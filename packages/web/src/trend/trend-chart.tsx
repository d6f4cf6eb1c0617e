import { useElementSize } from "@mantine/hooks";
import { addDays, dayText } from "../lib/dates.ts";
import type { Trend, TrendMilestone } from "./trend.api.ts";
import classes from "./trend.module.css";
import { linesNamed } from "./trend-lines.ts";
import { apart, type TrendScale, trendScale } from "./trend-scale.ts";

const LEFT = 40;
const BELOW = 28;
const WIDEST = 620;
const LABEL = 16;
const VERSION = 22;
const DASHES = ["none", "8 4", "5 3", "10 3 2 3"];
const COLORS = 6;

interface TrendChartProps {
  trend: Trend;
  /** Those of its milestones that are drawn. */
  lines: readonly TrendMilestone[];
}

/** Report days to the right, planned days upwards: flat holds its date, rising slips, and at 45 degrees it is reached. */
export function TrendChart({ trend, lines }: TrendChartProps) {
  const { ref, width: measured } = useElementSize<HTMLDivElement>();
  const side = Math.min(WIDEST, Math.max(240, measured - LEFT - 8));
  const width = Math.max(measured, LEFT + side + 8);
  const scale = trendScale({ milestones: lines, today: trend.today }, { left: LEFT, side });
  return (
    <div ref={ref} className={classes.chart}>
      <svg width={width} height={side + BELOW} aria-hidden="true">
        <Axes scale={scale} side={side} trend={trend} />
        {lines.map((milestone, at) => (
          <Line key={milestone.id} milestone={milestone} at={at} scale={scale} trend={trend} />
        ))}
        {trend.reasons
          .flatMap((each) => reasonDot(each, lines, trend.by))
          .map(({ milestoneId, on, targetOn, reason }) => (
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
        <TrendLabels lines={lines} today={trend.today} scale={scale} height={side} width={width} />
      </svg>
    </div>
  );
}

type Reason = Trend["reasons"][number];

/** On its line: where lines go from review to review, at the first review after the change. */
function reasonDot(reason: Reason, lines: readonly TrendMilestone[], by: Trend["by"]): Reason[] {
  const line = lines.find(({ id }) => id === reason.milestoneId);
  if (!line) return [];
  if (by === "days") return [reason];
  const told = line.points.find(({ on }) => on >= reason.on);
  return told ? [{ ...reason, on: told.on, targetOn: told.targetOn }] : [];
}

/** The color of a line and of its name, by its place among them. */
function colorOf(at: number): string {
  return `var(--line-${(at % COLORS) + 1})`;
}

interface TrendLabelsProps {
  lines: readonly TrendMilestone[];
  today: string;
  scale: TrendScale;
  height: number;
  width: number;
}

/** Names at the ends of the lines, pushed apart; where not all of them fit, those of the lines that moved most. */
function TrendLabels({ lines, today, scale, height, width }: TrendLabelsProps) {
  const named = linesNamed(lines, Math.floor((height - LABEL) / LABEL));
  const ends = lines.flatMap((milestone, at) => {
    const { on = today, targetOn = today } = milestone.points.at(-1) ?? {};
    return named.has(milestone) ? [{ milestone, at, x: scale.x(on), y: scale.y(targetOn) }] : [];
  });
  const heights = apart(
    ends.map(({ y }) => y),
    LABEL,
    height - LABEL / 2,
  );
  return ends.map(({ milestone, at, x, y }, i) => (
    <Label
      key={milestone.id}
      milestone={milestone}
      color={colorOf(at)}
      end={{ x, y }}
      y={heights[i] ?? y}
      room={width - x}
    />
  ));
}

interface AxesProps {
  scale: TrendScale;
  side: number;
  trend: Trend;
}

function Axes({ scale, side, trend: { today, versions, reviews } }: AxesProps) {
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
      {versions.map(({ n, on }, i) => (
        <g key={n}>
          <path d={`M${x(on)} 14V${side}`} className={classes.version} />
          {versions.slice(i + 1).every((later) => x(later.on) - x(on) >= VERSION) ? (
            <text x={x(on)} y={10} textAnchor="middle">{`v${n}`}</text>
          ) : null}
        </g>
      ))}
      {reviews
        .filter(({ on }) => on >= from)
        .map(({ on, dueOn, state }) => (
          <path
            key={dueOn}
            d={`M${x(on)} ${side - 6}V${side + 4}`}
            className={classes.review}
            data-state={state}
          />
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
  trend: Trend;
}

function Line({ milestone, at, scale, trend }: LineProps) {
  const { points } = milestone;
  const color = colorOf(at);
  return (
    <g stroke={color} fill="none">
      <title>{milestone.title}</title>
      {stretchesOf(points, trend).map(({ from, to, dotted }) => (
        <path
          key={from.on}
          d={pathOf(from, to, scale, trend.by)}
          strokeWidth="2"
          data-dotted={dotted || undefined}
          strokeDasharray={dotted ? "1 6" : DASHES[at % DASHES.length]}
          strokeLinecap={dotted ? "round" : "butt"}
        />
      ))}
      {points.map(({ on, targetOn }) => (
        <circle key={on} cx={scale.x(on)} cy={scale.y(targetOn)} r="2.5" fill={color} />
      ))}
    </g>
  );
}

type Point = TrendMilestone["points"][number];

interface Stretch {
  from: Point;
  to: Point;
  /** A review in between was not held, so nobody knows how it went. */
  dotted: boolean;
}

/** A line from report to report. */
function stretchesOf(points: readonly Point[], { by, reviews }: Pick<Trend, "by" | "reviews">): Stretch[] {
  const missed = reviews.filter(({ state }) => state !== "held").map(({ on }) => on);
  return points.flatMap((to, i) => {
    const from = points[i - 1];
    if (!from) return [];
    return [{ from, to, dotted: by === "reviews" && missed.some((on) => on > from.on && on < to.on) }];
  });
}

/** From review to review it is straight; where every day is known, the older date held until the eve of the newer one. */
function pathOf(from: Point, to: Point, { x, y }: TrendScale, by: Trend["by"]): string {
  const eve = addDays(to.on, -1);
  const held = by === "days" && eve > from.on ? `L${x(eve)} ${y(from.targetOn)}` : "";
  return `M${x(from.on)} ${y(from.targetOn)}${held}L${x(to.on)} ${y(to.targetOn)}`;
}

interface LabelProps {
  milestone: TrendMilestone;
  color: string;
  /** Where its line ends. */
  end: { x: number; y: number };
  y: number;
  /** From there to the edge of the drawing. */
  room: number;
}

const LEADER = 18;
const LETTER = 7.5;
/** Shorter than that a name says nothing. */
const FEW_LETTERS = 6;

/** Its name with a thin line to where it belongs; where there is no room for that, its number. */
function Label({ milestone: { number, title }, color, end: { x, y: from }, y, room }: LabelProps) {
  const letters = Math.min(30, Math.floor((room - LEADER) / LETTER) - `M${number} `.length);
  const short = title.length > letters ? `${title.slice(0, Math.max(0, letters - 1)).trimEnd()}…` : title;
  return (
    <g>
      {Math.abs(y - from) > 2 ? (
        <path d={`M${x + 4} ${from}L${x + LEADER - 3} ${y}`} stroke={color} strokeOpacity="0.6" fill="none" />
      ) : null}
      <text x={x + LEADER} y={y + 4} className={classes.label} fill={color}>
        {letters >= FEW_LETTERS ? `M${number} ${short}` : `M${number}`}
      </text>
    </g>
  );
}
