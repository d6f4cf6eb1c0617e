import { useEffect, useRef } from "react";

const scrollers = new Map<string, (index: number) => void>();

/** Lets the keys bring a card of a column into the window. */
export function useScrollers(columnId: string, scrollTo: (index: number) => void): void {
  const latest = useRef(scrollTo);
  latest.current = scrollTo;
  useEffect(() => {
    const mine = (index: number) => latest.current(index);
    scrollers.set(columnId, mine);
    return () => {
      if (scrollers.get(columnId) === mine) scrollers.delete(columnId);
    };
  }, [columnId]);
}

export function scrollColumn(columnId: string, index: number): void {
  scrollers.get(columnId)?.(index);
}
