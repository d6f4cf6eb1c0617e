import type { Dependency, Milestone, Plan } from "../lib/plan-query.ts";
import classes from "./roadmap.module.css";
import type { TimeScale } from "./time-scale.ts";

interface RoadArrowsProps {
  dependencies: Plan["dependencies"];
  /** Where the middle of each milestone's row is, from the top. */
  heights: ReadonlyMap<string, number>;
  milestones: ReadonlyMap<string, Milestone>;
  height: number;
  scale: TimeScale;
}

const OUT = 14;

/** Which milestone waits for which: an arrow from one end to the other. */
export function RoadArrows({ dependencies, heights, milestones, height, scale }: RoadArrowsProps) {
  return (
    <svg className={classes.arrows} width={scale.width} height={height} aria-hidden="true">
      <defs>
        <marker
          id="road-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path d="M0 0 8 4 0 8z" fill="var(--mp-dim)" />
        </marker>
      </defs>
      {dependencies.map((dependency) => {
        const path = pathOf(dependency, heights, milestones, scale);
        return path ? (
          <path
            key={dependency.id}
            d={path}
            fill="none"
            stroke="var(--mp-dim)"
            strokeWidth="1.25"
            markerEnd="url(#road-arrow)"
          />
        ) : null;
      })}
    </svg>
  );
}

function pathOf(
  { from, to, kind }: Dependency,
  heights: RoadArrowsProps["heights"],
  milestones: RoadArrowsProps["milestones"],
  scale: TimeScale,
): string | null {
  const [y1, y2] = [heights.get(from.id), heights.get(to.id)];
  const [before, after] = [milestones.get(from.id), milestones.get(to.id)];
  if (y1 === undefined || y2 === undefined || !before || !after) return null;
  const x1 = endOf(before, kind === "FS" || kind === "FF" ? "target" : "start", scale);
  const x2 = endOf(after, kind === "FF" || kind === "SF" ? "target" : "start", scale);
  return x1 === null || x2 === null ? null : elbow({ x: x1, y: y1 }, { x: x2, y: y2 });
}

function endOf(milestone: Milestone, end: "start" | "target", scale: TimeScale): number | null {
  const { startOn, targetOn, reachedOn } = milestone;
  const target = reachedOn ?? targetOn;
  if (end === "start" && startOn) return scale.x(startOn);
  return target ? scale.middle(target) : null;
}

interface Point {
  x: number;
  y: number;
}

/** Straight down where there is room to turn, else out, across between the rows, and in from the left. */
function elbow(from: Point, to: Point): string {
  const down = to.y > from.y;
  const leave = from.y + (down ? OUT : -OUT);
  if (to.x - from.x > OUT) return `M${from.x} ${leave}V${to.y}H${to.x - 3}`;
  const between = to.y + (down ? -24 : 24);
  return `M${from.x} ${leave}V${between}H${to.x - OUT}V${to.y}H${to.x - 3}`;
}
