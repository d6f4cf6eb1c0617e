import { Skeleton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { boardQuery } from "../lib/board-query.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { CardLines, inOrderOfWork } from "../ui/card-lines.tsx";

/** The activities below a milestone of the outline; fetched when somebody unfolds them. */
export function Activities({ milestone: { id, projectId, cards } }: { milestone: Milestone }) {
  const board = useQuery(boardQuery(projectId)).data;
  if (!board) return <Skeleton height={cards.count * 34} />;
  return (
    <CardLines
      board={board}
      cards={inOrderOfWork(board.cards.filter(({ milestoneId }) => milestoneId === id))}
    />
  );
}
