import { IconChevronsLeft } from "@tabler/icons-react";
import { useWorld } from "./board-context.ts";
import classes from "./column.module.css";
import { fold } from "./folded.ts";

/** Leaves a strip of a lane; the focus goes to what unfolds it. */
export function FoldButton({ laneId, name }: { laneId: string; name: string }) {
  const { projectId } = useWorld();
  return (
    <button
      type="button"
      id={`fold-${laneId}`}
      className={classes.fold}
      aria-label={`Fold ${name}`}
      title="Fold (-)"
      onClick={() => fold(projectId, laneId, true)}
    >
      <IconChevronsLeft size={16} aria-hidden />
    </button>
  );
}
