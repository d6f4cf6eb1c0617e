import { IconPlus } from "@tabler/icons-react";
import { memo } from "react";
import { announce } from "../lib/announce.ts";
import { useWorld } from "./board-context.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import { CardList } from "./card-list.tsx";
import { Composer } from "./composer.tsx";
import type { Lane } from "./lanes.ts";
import classes from "./rows.module.css";

/** What of a group stands in a column, and the line for a new card there. */
export const Cell = memo(function Cell({ lane }: { lane: Lane }) {
  const { id, name } = lane;
  const { creates } = useWorld();
  const ui = useUiStore();
  const composer = useUi((state) => (state.composer?.laneId === id ? state.composer : null));
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
            aria-label={`Add card to ${name}`}
            onClick={() => ui.set({ composer: { laneId: id, below: null } })}
          >
            <IconPlus size={16} aria-hidden />
          </button>
        ) : null}
      </section>
    </div>
  );
});
