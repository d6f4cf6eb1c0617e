import { IconPlus } from "@tabler/icons-react";
import { memo } from "react";
import { announce } from "../lib/announce.ts";
import { useWorld } from "./board-context.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import { CardList } from "./card-list.tsx";
import classes from "./column.module.css";
import { ColumnHead } from "./column-head.tsx";
import { Composer } from "./composer.tsx";
import { FoldedLane } from "./folded-lane.tsx";
import { GroupHead } from "./group-head.tsx";
import type { Lane } from "./lanes.ts";

interface ColumnProps {
  lane: Lane;
  /** Changes of others that wait until the pointer leaves. */
  held: number;
  onShowHeld: () => void;
}

/** One lane: its head, its cards, its line for a new card. */
export const Column = memo(function Column({ lane, held, onShowHeld }: ColumnProps) {
  const { id } = lane;
  const { creates } = useWorld();
  const ui = useUiStore();
  const composer = useUi((state) => (state.composer?.laneId === id ? state.composer : null));
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
        {composer ? (
          <Composer
            lane={lane}
            below={composer.below}
            onClose={() => {
              ui.set({ composer: null });
              announce("Draft kept");
              requestAnimationFrame(() => document.getElementById(`add-${id}`)?.focus());
            }}
          />
        ) : null}
        {creates ? (
          <button
            type="button"
            id={`add-${id}`}
            className={classes.add}
            hidden={composer !== null}
            onClick={() => ui.set({ composer: { laneId: id, below: null } })}
          >
            <IconPlus size={16} aria-hidden /> Add card
          </button>
        ) : null}
      </section>
    </div>
  );
});
