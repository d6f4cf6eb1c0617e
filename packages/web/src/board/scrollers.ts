import { useEffect, useRef } from "react";

const scrollers = new Map<string, (index: number) => void>();

/** Lets the keys bring a card of a lane into the window. */
export function useScrollers(laneId: string, scrollTo: (index: number) => void): void {
  const latest = useRef(scrollTo);
  latest.current = scrollTo;
  useEffect(() => offerScroller(laneId, (index) => latest.current(index)), [laneId]);
}

/** Answers what takes it back. */
export function offerScroller(laneId: string, scrollTo: (index: number) => void): () => void {
  scrollers.set(laneId, scrollTo);
  return () => {
    if (scrollers.get(laneId) === scrollTo) scrollers.delete(laneId);
  };
}

export function scrollLane(laneId: string, index: number): void {
  scrollers.get(laneId)?.(index);
}
