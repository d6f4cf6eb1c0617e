import { IconPlus } from "@tabler/icons-react";
import { announce } from "../lib/announce.ts";
import { useWorld } from "./board-context.ts";
import { useUi, useUiStore } from "./board-ui.ts";
import { Composer } from "./composer.tsx";
import type { Lane } from "./lanes.ts";
import classes from "./new-card-line.module.css";

interface NewCardLineProps {
  lane: Lane;
  /** Many stand beside and below each other: the button is a sign alone. */
  small?: boolean;
}

/** The end of a lane: the line of a new card, or the button that opens it. */
export function NewCardLine({ lane, small = false }: NewCardLineProps) {
  const { id, name } = lane;
  const { creates } = useWorld();
  const ui = useUiStore();
  const composer = useUi((state) => (state.composer?.laneId === id ? state.composer : null));
  const close = () => {
    ui.set({ composer: null });
    announce("Draft kept");
    requestAnimationFrame(() => document.getElementById(`add-${id}`)?.focus());
  };
  return (
    <>
      {composer ? <Composer lane={lane} below={composer.below} onClose={close} /> : null}
      {creates ? (
        <button
          type="button"
          id={`add-${id}`}
          className={classes.add}
          data-small={small || undefined}
          hidden={composer !== null}
          {...(small ? { "aria-label": `Add card to ${name}` } : {})}
          onClick={() => ui.set({ composer: { laneId: id, below: null } })}
        >
          <IconPlus size={16} aria-hidden /> {small ? null : "Add card"}
        </button>
      ) : null}
    </>
  );
}
