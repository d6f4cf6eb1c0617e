import { memo } from "react";
import { useUi, useUiStore } from "./board-ui.ts";
import { CardList } from "./card-list.tsx";
import classes from "./column.module.css";
import { ColumnHead } from "./column-head.tsx";
import { FoldedLane } from "./folded-lane.tsx";
import { GroupHead } from "./group-head.tsx";
import type { Lane } from "./lanes.ts";
import { NewCardLine } from "./new-card-line.tsx";

interface ColumnProps {
  lane: Lane;
  /** Changes of others that wait until the pointer leaves. */
  held: number;
  onShowHeld: () => void;
}

/** One lane: its head, its cards, its line for a new card. */
export const Column = memo(function Column({ lane, held, onShowHeld }: ColumnProps) {
  const { id } = lane;
  const ui = useUiStore();
  const aimedAt = useUi((state) => state.gap?.laneId === id);
  if (lane.folded) return <FoldedLane lane={lane} />;
  return (
    <div className={classes.slot} data-slot={id}>
      <section
        className={`${classes.column} ${aimedAt ? classes.aimedAt : ""}`}
        aria-labelledby={`lane-${id}`}
        onPointerEnter={(event) => {
          if (event.pointerType === "mouse") ui.set({ hovered: id });
        }}
        onPointerLeave={() => ui.set({ hovered: null })}
      >
        {lane.column ? <ColumnHead lane={lane} column={lane.column} /> : <GroupHead lane={lane} />}
        {held > 0 ? (
          <div className={classes.heldPlace}>
            <button type="button" className={classes.held} onClick={onShowHeld}>
              {held} new
            </button>
          </div>
        ) : null}
        <CardList lane={lane} />
        <NewCardLine lane={lane} />
      </section>
    </div>
  );
});
