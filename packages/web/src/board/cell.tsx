import { memo } from "react";
import { useUi, useUiStore } from "./board-ui.ts";
import { CardList } from "./card-list.tsx";
import type { Lane } from "./lanes.ts";
import { NewCardLine } from "./new-card-line.tsx";
import classes from "./rows.module.css";

/** What of a group stands in a column, and the line for a new card there. */
export const Cell = memo(function Cell({ lane }: { lane: Lane }) {
  const { id, name } = lane;
  const ui = useUiStore();
  const aimedAt = useUi((state) => state.gap?.laneId === id);
  return (
    <div className={classes.slot} data-slot={id}>
      <section
        className={`${classes.cell} ${aimedAt ? classes.aimedAt : ""}`}
        aria-label={name}
        onPointerEnter={(event) => {
          if (event.pointerType === "mouse") ui.set({ hovered: id });
        }}
        onPointerLeave={() => ui.set({ hovered: null })}
      >
        <CardList lane={lane} />
        <NewCardLine lane={lane} small />
      </section>
    </div>
  );
});
