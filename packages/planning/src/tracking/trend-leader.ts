import { compareText } from "../schedule/graph.ts";
import { type DayPoint, type Move, movesOf } from "./trend-line.ts";

export interface TrendLink {
  readonly from: string;
  readonly to: string;
}

/**
 * The milestone that this one follows: planned before it, and moved the same way at every report at which this one moved. Of several the
 * one planned last, which is the nearest; `null` when it moves by itself.
 */
export function leaderOf(
  id: string,
  lines: ReadonlyMap<string, readonly DayPoint[]>,
  links: readonly TrendLink[] | null,
): string | null {
  const own = lines.get(id) ?? [];
  const moves = movesOf(own);
  if (moves.length === 0) return null;
  const before = (other: string) =>
    links === null || links.some(({ from, to }) => from === other && to === id);
  const planned = (points: readonly DayPoint[]) => points.at(-1)?.planned ?? 0;
  const leaders = [...lines].filter(
    ([other, points]) =>
      other !== id && before(other) && planned(points) < planned(own) && leads(movesOf(points), moves),
  );
  const [nearest] = leaders.sort(([a, x], [b, y]) => planned(y) - planned(x) || compareText(a, b));
  return nearest?.[0] ?? null;
}

function leads(leading: readonly Move[], following: readonly Move[]): boolean {
  const directions = new Map(leading.map(({ on, days }) => [on, days > 0]));
  return following.every(({ on, days }) => directions.get(on) === days > 0);
}
