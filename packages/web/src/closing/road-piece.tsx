import { shortDay } from "../lib/dates.ts";
import { DiamondShape } from "../ui/diamond.tsx";
import classes from "./road-piece.module.css";

interface End {
  title: string;
  on?: string | null;
}

interface RoadPieceProps {
  before: End | null;
  stone: End;
  next: End | null;
}

const Y = 18;
const AT = { before: 24, stone: 160, next: 296 };
const SIZE = 24;

/** The piece of road up to the stone becomes solid, then the stone fills and gets its tick. */
export function RoadPiece({ before, next }: RoadPieceProps) {
  return (
    <svg viewBox="0 0 320 56" className={classes.road} aria-hidden="true">
      {next ? <line x1={AT.stone} x2={AT.next} y1={Y} y2={Y} className={classes.ahead} /> : null}
      <line x1={AT.before} x2={AT.stone} y1={Y} y2={Y} className={classes.ahead} />
      <line x1={AT.before} x2={AT.stone} y1={Y} y2={Y} pathLength="1" className={classes.walked} />
      {before ? <Stone x={AT.before} state="reached" on={before.on} /> : null}
      <Stone x={AT.stone} state="not_enough_data" />
      <g className={classes.reached}>
        <Stone x={AT.stone} state="reached" />
      </g>
      {next ? <Stone x={AT.next} state="not_enough_data" on={next.on} /> : null}
    </svg>
  );
}

interface StoneProps {
  x: number;
  state: "reached" | "not_enough_data";
  on?: string | null | undefined;
}

function Stone({ x, state, on = null }: StoneProps) {
  return (
    <>
      <g transform={`translate(${x - SIZE / 2} ${Y - SIZE / 2})`}>
        <DiamondShape state={state} />
      </g>
      {on ? (
        <text x={x} y={Y + 30} textAnchor="middle" fontSize="12" fill="var(--mp-dim)">
          {shortDay(on)}
        </text>
      ) : null}
    </>
  );
}
