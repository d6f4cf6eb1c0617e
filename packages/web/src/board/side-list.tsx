import { Button, CloseButton, Group } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { boardQuery, type Card } from "../lib/board-query.ts";
import { moveCard } from "../lib/card-moves.ts";
import { agoText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useWorld } from "./board-context.ts";
import classes from "./side-list.module.css";

/** Cards that are put off: off the board, and not forgotten. */
export function SideList({ onClose }: { onClose: () => void }) {
  const { projectId, open } = useWorld();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.project(projectId, "cards", "later"),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/cards", {
          params: {
            path: { projectId },
            query: { place: "later", ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
  const cards = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <aside className={classes.panel} aria-label="Later">
      <Group justify="space-between" mb="xs">
        <h2 className={classes.title}>Later</h2>
        <CloseButton aria-label="Close Later" onClick={onClose} />
      </Group>
      {error ? (
        <ProblemNotice title="The list could not be read" onRetry={() => void refetch()}>
          The board is not affected.
        </ProblemNotice>
      ) : null}
      {!data && !error ? <Waiting rows={4} /> : null}
      {data && cards.length === 0 ? (
        <p className={classes.empty}>Nothing put off. Move a card here when it is not for now.</p>
      ) : null}
      <ul className={classes.list}>
        {cards.map((card) => (
          <SideCard key={card.id} card={card} onOpen={() => open(card.ref)} />
        ))}
      </ul>
      {hasNextPage ? (
        <Button variant="default" fullWidth loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show more
        </Button>
      ) : null}
    </aside>
  );
}

function SideCard({ card, onOpen }: { card: Card; onOpen: () => void }) {
  const client = useQueryClient();
  const { columns, projectId } = useWorld();
  const back = async () => {
    const [column] = columns;
    if (column)
      await moveCard(client, card, { column, said: `Moved to ${column.name}` }, { column: null }, "later");
    await client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
    await client.invalidateQueries({ queryKey: keys.project(projectId, "cards") });
  };
  return (
    <li className={classes.card}>
      <button type="button" className={classes.open} onClick={onOpen}>
        <span className={classes.ref}>{card.ref}</span> {card.title}
      </button>
      <Group justify="space-between">
        <span className={classes.when}>Touched {agoText(card.touchedAt)}</span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void back()}
          aria-label={`To the board: ${card.ref}`}
        >
          To the board
        </Button>
      </Group>
    </li>
  );
}
