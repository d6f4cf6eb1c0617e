import { Button } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { answer, api, type Shape } from "../lib/api.ts";
import type { Board } from "../lib/board-query.ts";
import { momentText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { Waiting } from "../ui/waiting.tsx";
import classes from "./card-view.module.css";
import { happened } from "./happened.ts";

/** What happened to the card, folded below its talk. */
export function Activity({ board, cardId }: { board: Board; cardId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className={classes.part}>Activity</summary>
      {open ? <Events board={board} cardId={cardId} /> : null}
    </details>
  );
}

function Events({ board, cardId }: { board: Board; cardId: string }) {
  const projectId = board.project.id;
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.project(projectId, "events", cardId),
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/events", {
          params: { query: { subjectId: cardId, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? null : Number(nextCursor)),
  });
  if (isPending) return <Waiting rows={3} height={24} />;
  const events: Shape<"Event">[] = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <ul className={classes.items}>
        {events.map((event) => (
          <li key={event.id}>
            {event.actorName ?? "Milepost"} {happened(event, board)}{" "}
            <time className={classes.dim} dateTime={event.at}>
              {momentText(event.at)}
            </time>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Earlier
        </Button>
      ) : null}
    </>
  );
}
