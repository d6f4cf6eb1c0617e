import { memo, type RefObject, useEffect, useRef, useState } from "react";
import { useWorld } from "./board-context.ts";
import { useUi } from "./board-ui.ts";
import { estimateHeight, GAP } from "./card-sizes.ts";
import { Cell } from "./cell.tsx";
import { GroupHead } from "./group-head.tsx";
import classes from "./rows.module.css";
import type { Row } from "./rows.ts";
import { offerScroller } from "./scrollers.ts";

interface BoardRowProps {
  row: Row;
  scroller: RefObject<HTMLElement | null>;
}

/** One group across the columns; far from the window its cells are only room. */
export const BoardRow = memo(function BoardRow({ row: { lane, cells }, scroller }: BoardRowProps) {
  const element = useRef<HTMLElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const { covers } = useWorld();
  const near = useNear(element, scroller);
  // The focus, a carried card and an open line would be lost with their cell.
  const kept = useUi(({ selectedIn, drag, composer }) =>
    cells.some(({ id }) => id === selectedIn || id === drag?.fromLane || id === composer?.laneId),
  );
  const isDrawn = near || kept;
  const height = useRef(0);
  useEffect(() => {
    if (isDrawn && body.current) height.current = body.current.offsetHeight;
  });
  useEffect(() => {
    if (isDrawn || lane.folded) return;
    const show = () => element.current?.scrollIntoView({ block: "nearest" });
    const stops = cells.map(({ id }) => offerScroller(id, show));
    return () => {
      for (const stop of stops) stop();
    };
  }, [isDrawn, lane.folded, cells]);
  return (
    <section ref={element} className={classes.row} aria-labelledby={`lane-${lane.id}`}>
      <div className={classes.rowHead}>
        <GroupHead lane={lane} />
      </div>
      {lane.folded ? null : isDrawn ? (
        <div ref={body} className={classes.cells}>
          {cells.map((cell) => (
            <Cell key={cell.id} lane={cell} />
          ))}
        </div>
      ) : (
        <div style={{ height: height.current || roomFor(cells, covers) }} />
      )}
    </section>
  );
});

const MOST = 340;
const EMPTY = 96;

/** How high the cells will be, near enough that the scrollbar does not jump. */
function roomFor(cells: Row["cells"], covers: boolean): number {
  const heights = cells.map(({ cards }) =>
    cards.slice(0, 6).reduce((sum, card) => sum + estimateHeight(card, covers) + GAP, EMPTY / 2),
  );
  return Math.min(MOST, Math.max(EMPTY, ...heights));
}

const AHEAD = "240px 0px";

function useNear(element: RefObject<HTMLElement | null>, scroller: RefObject<HTMLElement | null>): boolean {
  const [near, setNear] = useState(typeof IntersectionObserver === "undefined");
  useEffect(() => {
    const { current: row } = element;
    if (!row || typeof IntersectionObserver === "undefined") return;
    const observer = new IntersectionObserver((entries) => setNear(entries.at(-1)?.isIntersecting === true), {
      root: scroller.current,
      rootMargin: AHEAD,
    });
    observer.observe(row);
    return () => observer.disconnect();
  }, [element, scroller]);
  return near;
}
