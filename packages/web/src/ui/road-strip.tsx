import { monthText, shortDay } from "../lib/dates.ts";
import { DiamondShape, STATE_COLORS, type State } from "./diamond.tsx";
import { months, roadScale, stonesApart, wordPlaces } from "./road-scale.ts";
import { useWidth } from "./use-width.ts";

export interface Stone {
  id: string;
  title: string;
  on: string;
  state: State;
  waiting?: boolean;
  /** Where it is expected to land: the road's verge widens there. */
  verge?: { p5On: string; p20On: string; p80On: string; p95On: string } | null;
}

interface RoadStripProps {
  stones: readonly Stone[];
  today: string;
  /** The road's ends where they lie beyond the first and last stone. */
  from?: string | null;
  to?: string | null;
  /** A row in a list: no words. */
  compact?: boolean;
  /** So many stones stand beyond its end. */
  later?: number;
  /** Said instead of the picture. */
  label: string;
}

const PAD = 14;
const STONE = 18;

/** The road in miniature: walked part solid, ahead dotted, today a notch, a stone for each milestone, or a dot where stones are dense. */
export function RoadStrip({
  stones,
  today,
  from = null,
  to = null,
  compact = false,
  later = 0,
  label,
}: RoadStripProps) {
  const [ref, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(measured, 120);
  const height = compact ? 28 : 76;
  const y = compact ? 14 : 26;
  const days = [...stones.flatMap(({ on, verge }) => [on, verge?.p95On ?? null]), today, from, to].filter(
    (day) => day !== null,
  );
  const scale = roadScale(days, width, PAD);
  const now = scale.x(today);
  const { standing, dots } = stonesApart(stones, scale.x, width);
  return (
    <div ref={ref} style={{ width: "100%", minWidth: 120, overflow: "hidden" }}>
      <svg width={width} height={height} role="img" aria-label={label} style={{ display: "block" }}>
        <line x1={PAD} x2={now} y1={y} y2={y} stroke="var(--mp-ink)" strokeWidth="2.5" />
        <line
          x1={now}
          x2={width - PAD}
          y1={y}
          y2={y}
          stroke="var(--mp-dim)"
          strokeWidth="2.5"
          strokeDasharray="1 6"
          strokeLinecap="round"
        />
        {compact ? null : (
          <Months from={scale.from} to={scale.to} x={scale.x} width={width} height={height} />
        )}
        {standing.map(({ id, verge }) => (verge ? <Verge key={id} {...verge} x={scale.x} y={y} /> : null))}
        <path d={`M${now} ${y - 11}v22`} stroke="var(--mp-brand)" strokeWidth="2" />
        {dots.map(({ id, title, on, state }) => (
          <circle key={id} cx={scale.x(on)} cy={y} r="2.5" fill={STATE_COLORS[state]}>
            <title>{`${title}, ${shortDay(on)}`}</title>
          </circle>
        ))}
        {standing.map((stone) => (
          <g
            key={stone.id}
            transform={`translate(${scale.x(stone.on) - STONE / 2} ${y - STONE / 2}) scale(${STONE / 24})`}
          >
            <title>{`${stone.title}, ${shortDay(stone.on)}`}</title>
            <DiamondShape state={stone.state} waiting={stone.waiting ?? false} />
          </g>
        ))}
        {later > 0 ? <Later count={later} x={width} y={y} /> : null}
        {compact ? null : <StoneWords stones={stones} x={scale.x} y={y + 24} width={width} />}
      </svg>
    </div>
  );
}

/** The months of roads that stand below one another on one scale. */
export function RoadMonths({ from, to }: { from: string; to: string }) {
  const [ref, measured] = useWidth<HTMLDivElement>();
  const width = Math.max(measured, 120);
  const scale = roadScale([from, to], width, PAD);
  return (
    <div ref={ref} style={{ width: "100%", overflow: "hidden" }}>
      <svg width={width} height={20} aria-hidden="true" style={{ display: "block" }}>
        <Months {...scale} width={width} height={20} />
      </svg>
    </div>
  );
}

interface Placed {
  x: (day: string) => number;
  width: number;
}

function Months({ from, to, x, width, height }: Placed & { from: string; to: string; height: number }) {
  const marks = months(from, to, Math.max(2, Math.floor(width / 70)));
  const areYears = marks.length > 1 && marks.every((day) => day.endsWith("-01-01"));
  return marks.map((day) => (
    <g key={day} fill="var(--mp-dim)" fontSize="12">
      <line x1={x(day)} x2={x(day)} y1={height - 18} y2={height - 13} stroke="var(--mp-control)" />
      <text x={x(day)} y={height - 2} textAnchor="middle">
        {areYears ? day.slice(0, 4) : monthText(day)}
      </text>
    </g>
  ));
}

/** Two widths: nearly certain within the outer one, 6 in 10 within the inner one. */
function Verge({
  p5On,
  p20On,
  p80On,
  p95On,
  x,
  y,
}: NonNullable<Stone["verge"]> & { x: Placed["x"]; y: number }) {
  return (
    <g fill="var(--mp-on-track)">
      <rect x={x(p5On)} y={y - 5} width={Math.max(2, x(p95On) - x(p5On))} height="10" rx="5" opacity="0.2" />
      <rect
        x={x(p20On)}
        y={y - 5}
        width={Math.max(2, x(p80On) - x(p20On))}
        height="10"
        rx="5"
        opacity="0.35"
      />
    </g>
  );
}

function Later({ count, x, y }: { count: number; x: number; y: number }) {
  return (
    <text
      x={x}
      y={y + 4}
      textAnchor="end"
      fontSize="12"
      fill="var(--mp-dim)"
      stroke="var(--mp-paper)"
      strokeWidth="6"
      paintOrder="stroke"
    >
      {`+${count} later`}
    </text>
  );
}

/** Dates under their stones: the last always, the others where they do not run into one another. */
function StoneWords({ stones, x, y, width }: Placed & { stones: readonly Stone[]; y: number }) {
  return wordPlaces(stones, x, width).map(({ id, on, at }) => (
    <text key={id} x={at} y={y} textAnchor="middle" fontSize="12" fill="var(--mp-ink)">
      {shortDay(on)}
    </text>
  ));
}
