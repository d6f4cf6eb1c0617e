import { Button, Text } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { answer, api, type Shape } from "../lib/api.ts";
import { momentText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import classes from "./timeline.module.css";
import { Waiting } from "./waiting.tsx";

interface TimelineProps {
  projectId: string;
  /** Only what happened to this thing. */
  subjectId?: string;
  /** The end of a sentence that begins with a name. */
  say: (event: Shape<"Event">) => string;
  /** Why, where somebody said so. */
  reason?: (event: Shape<"Event">) => string;
}

/** What happened, newest first. */
export function Timeline({ projectId, subjectId, say, reason }: TimelineProps) {
  const { data, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.project(projectId, "events", subjectId ?? "all"),
    initialPageParam: 0,
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/events", {
          params: {
            query: {
              projectId,
              ...(subjectId ? { subjectId } : {}),
              ...(pageParam ? { cursor: pageParam } : {}),
            },
          },
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
            <div className={classes.words}>
              <Text size="sm">{`${event.actorName ?? "Milepost"} ${say(event)}`}</Text>
              {reason?.(event) ? <Text size="sm">{`“${reason(event)}”`}</Text> : null}
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
