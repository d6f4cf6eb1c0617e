import { IconChevronsLeft, IconChevronsRight } from "@tabler/icons-react";
import { useWorld } from "./board-context.ts";
import classes from "./column.module.css";
import { fold } from "./folded.ts";

interface FoldButtonProps {
  laneId: string;
  name: string;
  folded?: boolean;
}

/** Leaves a strip of a lane, or the head of a row; the focus goes to what unfolds it. */
export function FoldButton({ laneId, name, folded = false }: FoldButtonProps) {
  const { projectId } = useWorld();
  return (
    <button
      type="button"
      id={`fold-${laneId}`}
      className={classes.fold}
      aria-label={`${folded ? "Unfold" : "Fold"} ${name}`}
      title={folded ? "Unfold (-)" : "Fold (-)"}
      onClick={() => fold(projectId, laneId, !folded)}
    >
      {folded ? <IconChevronsRight size={16} aria-hidden /> : <IconChevronsLeft size={16} aria-hidden />}
    </button>
  );
}
