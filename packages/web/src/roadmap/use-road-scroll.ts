import { type RefObject, useLayoutEffect, useRef } from "react";
import type { TimeScale } from "./time-scale.ts";

const BEFORE = 48;
/** A date and its notes stand behind the diamond. */
const BEHIND = 200;

interface Shown {
  id: string;
  day: string | null;
}

interface RoadScroll {
  box: RefObject<HTMLElement | null>;
  scale: TimeScale;
  today: string;
  /** The selected milestone and where its diamond stands, also while another day is tried with the keys. */
  shown: Shown | null;
  ready: boolean;
}

/** Opens at today, a quarter from the left, again when the zoom changes; what is selected stays in sight. */
export function useRoadScroll({ box, scale, today, shown, ready }: RoadScroll): void {
  const last = useRef("");
  const sought = useRef("");
  const { id, day } = shown ?? { id: null, day: null };
  useLayoutEffect(() => {
    const road = box.current;
    if (!ready || !road) return;
    if (last.current !== scale.zoom) {
      last.current = scale.zoom;
      road.scrollLeft = scale.x(today) - road.clientWidth / 4;
    }
    const wanted = `${id} ${day} ${scale.zoom}`;
    // News of others must not scroll the page of somebody who reads elsewhere.
    if (sought.current === wanted) return;
    sought.current = wanted;
    const row = id && road.querySelector(`[data-milestone="${id}"]`)?.closest("th");
    if (!row) return;
    row.scrollIntoView?.({ block: "nearest", inline: "nearest" });
    if (day)
      road.scrollLeft = leftFor(scale.middle(day), road.scrollLeft, road.clientWidth - row.offsetWidth);
  }, [box, scale, today, id, day, ready]);
}

/** How far the road is scrolled so that a place on it can be seen: not at all where it can be seen already. */
export function leftFor(x: number, left: number, width: number): number {
  if (x < left + BEFORE) return Math.max(0, x - BEFORE);
  return x > left + width - BEHIND ? x - Math.max(BEFORE, width - BEHIND) : left;
}
