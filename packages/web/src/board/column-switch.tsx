import { SegmentedControl } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { type RefObject, useEffect, useState } from "react";
import classes from "./board.module.css";
import type { Lane } from "./lanes.ts";

/** On a phone one column fills the screen: swipe, or choose it here. */
export function ColumnSwitch({
  lanes,
  scroller,
}: {
  lanes: readonly Lane[];
  scroller: RefObject<HTMLElement | null>;
}) {
  const narrow = useMediaQuery("(max-width: 47.99em)") ?? false;
  const [at, setAt] = useState(0);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const follow = () => setAt(Math.round(element.scrollLeft / Math.max(1, element.clientWidth)));
    element.addEventListener("scroll", follow, { passive: true });
    return () => element.removeEventListener("scroll", follow);
  }, [scroller]);
  if (!narrow || lanes.length < 2) return null;
  const shown = lanes[Math.min(at, lanes.length - 1)]?.id ?? "";
  return (
    <div className={classes.switch}>
      <SegmentedControl
        aria-label="Column"
        value={shown}
        onChange={(laneId) => {
          const to = lanes.findIndex(({ id }) => id === laneId);
          scroller.current?.scrollTo({ left: to * (scroller.current.clientWidth + 12) });
        }}
        data={lanes.map(({ id, name, cards }) => ({ value: id, label: `${name} ${cards.length}` }))}
      />
    </div>
  );
}
