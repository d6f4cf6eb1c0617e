import { IconChevronsRight } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useWorld } from "./board-context.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import classes from "./column.module.css";
import { onceCarrying } from "./dragging.ts";
import { fold } from "./folded.ts";
import { countOf, type Lane } from "./lanes.ts";

/** A lane as a strip: its name, its count, and a place for cards that are let go on it. */
export function FoldedLane({ lane: { id, name, cards, total, column } }: { lane: Lane }) {
  const { projectId } = useWorld();
  const ui = useUiStore();
  const strip = useRef<HTMLDivElement>(null);
  const aimedAt = useUi((state) => state.gap?.laneId === id);
  const end = useRef(0);
  end.current = cards.length;
  const isColumn = column !== null;
  useEffect(() => {
    const { current: element } = strip;
    if (!element) return;
    return onceCarrying(({ acceptCards }) =>
      acceptCards(element, id, ui, () => (isColumn ? end.current : null)),
    );
  }, [id, ui, isColumn]);
  const count = countOf(cards.length, total);
  return (
    <div ref={strip} className={classes.strip} data-slot={id}>
      <h2 className={classes.hidden}>{name}</h2>
      <button
        type="button"
        id={`fold-${id}`}
        data-lane={id}
        className={`${classes.unfold} ${aimedAt ? classes.aimedAt : ""}`}
        aria-label={`Unfold ${name}, ${count}`}
        title={name}
        onClick={() => fold(projectId, id, false)}
      >
        <IconChevronsRight size={16} aria-hidden />
        <span className={classes.total}>{count}</span>
        <span className={classes.upright}>{name}</span>
      </button>
    </div>
  );
}
