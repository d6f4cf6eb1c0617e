import { Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";
import type { Milestone } from "../lib/plan-query.ts";
import { keys } from "../lib/query-keys.ts";
import { Waiting } from "../ui/waiting.tsx";
import { happened, reasonOf } from "./happened.ts";
import classes from "./milestone.module.css";

/** What happened to the milestone, newest first: steps, dates and their reasons, answers. */
export function History({ milestone }: { milestone: Milestone }) {
  const { id, projectId } = milestone;
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.project(projectId, "events", id),
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/events", {
          params: { query: { projectId, subjectId: id, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => (nextCursor === null ? null : Number(nextCursor)),
  });
  if (isPending) return <Waiting rows={4} height={28} />;
  const events = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <>
      <ul className={classes.list}>
        {events.map((event) => (
          <li key={event.id} className={classes.line}>
            <div className={classes.grow}>
              <Text size="sm">{`${event.actorName ?? "Milepost"} ${happened(event, id)}`}</Text>
              {reasonOf(event) ? <Text size="sm">{`“${reasonOf(event)}”`}</Text> : null}
            </div>
            <Text size="xs" c="dimmed" component="time" dateTime={event.at}>
              {momentText(event.at)}
            </Text>
          </li>
        ))}
      </ul>
      {hasNextPage ? (
        <Button
          size="compact-sm"
          variant="default"
          loading={isFetchingNextPage}
          onClick={() => void fetchNextPage()}
        >
          Show earlier
        </Button>
      ) : null}
    </>
  );
}
