import { slipWords } from "../lib/baseline.ts";
import type { TriedDates } from "../lib/date-effect.ts";
import { dayText } from "../lib/dates.ts";
import { dayOf, healthWord, isOpen } from "../lib/milestone-words.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { DiamondShape } from "../ui/diamond.tsx";
import { ForecastBand } from "../ui/forecast-band.tsx";
import { healthOf } from "../ui/health.ts";
import type { Grip } from "./road-drag.ts";
import classes from "./roadmap.module.css";
import type { TimeScale } from "./time-scale.ts";
import type { Holds } from "./use-grip.ts";

const ROW = 48;
const STONE = 22;
const BAR = 10;

export interface RoadBarProps {
  milestone: Milestone;
  scale: TimeScale;
  /** Dates that are being tried out. */
  tried: TriedDates | null;
  /** Handlers of a grip; none for those who may not move it. */
  grip: Holds | null;
  /** Where it stood in the baseline; null where it was not in it. */
  kept: { targetOn: string | null } | null;
  /** Working days later than the baseline. */
  slip: number | null;
  /** Whether the band of likely dates is drawn. */
  forecast: boolean;
  cards: readonly string[];
  critical: boolean;
  note: string;
}

/** Work window and diamond of one milestone; while a date is tried out, the old place stays as a shadow. */
export function RoadBar({
  milestone,
  scale,
  tried,
  grip,
  kept,
  slip,
  forecast,
  cards,
  critical,
  note,
}: RoadBarProps) {
  const { startOn } = milestone;
  const targetOn = dayOf(milestone);
  const start = tried?.startOn ?? startOn;
  const target = tried?.targetOn ?? targetOn;
  const open = grip !== null && isOpen(milestone);
  const hold = (part: Grip) => (open ? grip(milestone, part) : {});
  const moved = tried !== null && targetOn !== null && target !== targetOn;
  return (
    <svg width={scale.width} height={ROW} aria-hidden="true">
      {moved ? <Stone day={targetOn} milestone={milestone} scale={scale} shadow /> : null}
      {start && target && start <= target ? (
        <Window
          x={scale.x(start)}
          width={Math.max(2, scale.middle(target) - scale.x(start))}
          milestone={milestone}
          critical={critical}
          open={open}
          hold={hold}
        />
      ) : null}
      {forecast && milestone.forecast && isOpen(milestone) ? (
        <ForecastBand forecast={milestone.forecast} scale={scale} y={ROW - 8} height={8} />
      ) : null}
      {kept?.targetOn && target && kept.targetOn !== target ? (
        <Kept day={kept.targetOn} target={target} scale={scale} />
      ) : null}
      {cards.map((day) => (
        <rect
          key={day}
          x={scale.middle(day) - 2}
          y={ROW / 2 + 9}
          width="4"
          height="4"
          rx="1"
          fill="var(--mp-dim)"
        />
      ))}
      {target ? (
        <>
          <g className={classes.grip} data-open={open} {...hold("target")}>
            <title>{`${milestone.title}: ${dayText(target)}`}</title>
            <rect x={scale.middle(target) - 18} y={4} width="36" height={ROW - 8} fill="transparent" />
            <Stone day={target} milestone={milestone} scale={scale} />
          </g>
          <text
            x={scale.middle(target) + STONE / 2 + 7}
            y={ROW / 2 + 4}
            fontSize="12"
            fill="var(--mp-ink)"
            fontWeight={moved ? 650 : 450}
            className="mp-tabular"
            style={{
              paintOrder: "stroke",
              stroke: "var(--mp-paper)",
              strokeWidth: 5,
              strokeLinejoin: "round",
            }}
          >
            {dayText(target, target)}
            {slip ? (
              <tspan
                dx="8"
                fontWeight="650"
                fill={slip > 0 && isOpen(milestone) ? "var(--mp-at-risk)" : "var(--mp-dim)"}
              >
                {slipWords(slip, milestone.reachedOn !== null)}
              </tspan>
            ) : null}
            {note ? (
              <tspan dx="8" fill="var(--mp-dim)">
                {note}
              </tspan>
            ) : null}
          </text>
        </>
      ) : null}
    </svg>
  );
}

const SMALL = 14;

/** The hollow diamond of the baseline, and the way from there to where it stands now. */
function Kept({ day, target, scale }: { day: string; target: string; scale: TimeScale }) {
  const [x, now] = [scale.middle(day), scale.middle(target)];
  const y = ROW / 2;
  const half = SMALL / 2;
  return (
    <g className={classes.kept}>
      <title>{`Baseline: ${dayText(day)}`}</title>
      <path d={`M${x} ${y - 15}V${y - 18}H${now}V${y - 14}`} strokeDasharray="3 3" />
      <path d={`M${x} ${y - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`} />
    </g>
  );
}

interface StoneProps {
  day: string;
  milestone: Milestone;
  scale: TimeScale;
  shadow?: boolean;
}

function Stone({ day, milestone, scale, shadow = false }: StoneProps) {
  const { state, waiting } = healthOf(healthWord(milestone), milestone.health?.below ?? null);
  const place = `translate(${scale.middle(day) - STONE / 2} ${ROW / 2 - STONE / 2}) scale(${STONE / 24})`;
  return (
    <g transform={place} opacity={shadow || milestone.state === "dropped" ? 0.35 : 1}>
      <DiamondShape state={state} waiting={waiting} />
    </g>
  );
}

interface WindowProps {
  x: number;
  width: number;
  milestone: Milestone;
  critical: boolean;
  open: boolean;
  hold: (part: Grip) => object;
}

function Window({ x, width, milestone, critical, open, hold }: WindowProps) {
  const y = (ROW - BAR) / 2;
  const done = milestone.progress.percent / 100;
  const ink = critical ? "var(--mp-ink)" : "var(--mp-control)";
  return (
    <>
      <g className={classes.grip} data-open={open} {...hold("window")}>
        <rect x={x} y={y - 6} width={width} height={BAR + 12} fill="transparent" />
        <rect
          x={x}
          y={y}
          width={width}
          height={BAR}
          rx="3"
          fill="var(--mp-panel)"
          stroke={ink}
          strokeWidth={critical ? 2 : 1}
        />
        <rect x={x} y={y} width={width * done} height={BAR} rx="3" fill="var(--mp-brand)" opacity="0.55" />
        {milestone.phase ? (
          <path d={`M${x} ${y + BAR}v6M${x + width} ${y + BAR}v6`} stroke={ink} strokeWidth="2" />
        ) : null}
      </g>
      <rect
        className={classes.edge}
        data-open={open}
        x={x - 6}
        y={y - 7}
        width="12"
        height={BAR + 14}
        fill="transparent"
        {...hold("start")}
      />
    </>
  );
}
