import { useEffect, useRef } from "react";

const scrollers = new Map<string, (index: number) => void>();

/** Lets the keys bring a card of a lane into the window. */
export function useScrollers(laneId: string, scrollTo: (index: number) => void): void {
  const latest = useRef(scrollTo);
  latest.current = scrollTo;
  useEffect(() => {
    const mine = (index: number) => latest.current(index);
    scrollers.set(laneId, mine);
    return () => {
      if (scrollers.get(laneId) === mine) scrollers.delete(laneId);
    };
  }, [laneId]);
}

export function scrollLane(laneId: string, index: number): void {
  scrollers.get(laneId)?.(index);
}
