import type { Virtualizer } from "@tanstack/react-virtual";

/** The size of a list comes from the observer, within the same frame, not from laying out the page in between. */
export function watchSize(
  { scrollElement }: Virtualizer<HTMLDivElement, Element>,
  take: (size: { width: number; height: number }) => void,
): (() => void) | undefined {
  if (!scrollElement) return undefined;
  const observer = new ResizeObserver(([entry]) => {
    if (entry) take({ width: entry.contentRect.width, height: entry.contentRect.height });
  });
  observer.observe(scrollElement);
  return () => observer.disconnect();
}
