import { useEffect, useState } from "react";
import type { Lane } from "./lanes.ts";
import { scrollLane } from "./scrollers.ts";

const LAST = Number.MAX_SAFE_INTEGER;

/** Whoever adds cards sees the end of the lane, and each card as soon as it stands there. */
export function useInSight(lane: Lane, atEnd: boolean): (cardId: string) => void {
  const [added, setAdded] = useState<string | null>(null);
  const index = added === null ? -1 : lane.cards.findIndex(({ id }) => id === added);
  useEffect(() => {
    if (atEnd) scrollLane(lane.id, LAST);
  }, [lane.id, atEnd]);
  useEffect(() => {
    if (index < 0) return;
    scrollLane(lane.id, index);
    setAdded(null);
  }, [lane.id, index]);
  return setAdded;
}
