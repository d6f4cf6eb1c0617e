import { useState } from "react";
import type { Board } from "../lib/board-query.ts";
import { Timeline } from "../ui/timeline.tsx";
import classes from "./card-view.module.css";
import { happened } from "./happened.ts";

/** What happened to the card, folded below its talk. */
export function Activity({ board, cardId }: { board: Board; cardId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.part}>Activity</summary>
      {open ? (
        <Timeline projectId={board.project.id} subjectId={cardId} say={(event) => happened(event, board)} />
      ) : null}
    </details>
  );
}
