import { Button, CloseButton, Group } from "@mantine/core";
import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { boardQuery, type Card } from "../lib/board-query.ts";
import { moveCard } from "../lib/card-moves.ts";
import { takeIn } from "../lib/card-writes.ts";
import { agoText } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { offerUndo, sayProblem } from "../lib/undo.tsx";
import { ProblemNotice } from "../ui/problem-notice.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { useWorld } from "./board-context.ts";
import classes from "./side-list.module.css";

type List = "later" | "archived";

const WORDS = {
  later: {
    title: "Later",
    empty: "Nothing put off. Move a card here when it is not for now.",
    back: "To the board",
  },
  archived: { title: "Archive", empty: "Nothing archived yet.", back: "Bring back" },
} satisfies Record<List, { title: string; empty: string; back: string }>;

/** Cards that are off the board: put off, or archived. */
export function SideList({ list, onClose }: { list: List; onClose: () => void }) {
  const { projectId, open } = useWorld();
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: keys.project(projectId, "cards", list),
    initialPageParam: "",
    queryFn: ({ pageParam }) =>
      answer(
        api.GET("/api/v1/projects/{projectId}/cards", {
          params: {
            path: { projectId },
            query: { place: list, ...(pageParam ? { cursor: pageParam } : {}) },
          },
        }),
      ),
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  });
  const cards = data?.pages.flatMap(({ items }) => items) ?? [];
  const { title, empty } = WORDS[list];
  return (
    <aside className={classes.panel} aria-label={title}>
      <Group justify="space-between" mb="xs">
        <h2 className={classes.title}>{title}</h2>
        <CloseButton aria-label={`Close ${title}`} onClick={onClose} />
      </Group>
      {error ? (
        <ProblemNotice title="The list could not be read" onRetry={() => void refetch()}>
          The board is not affected.
        </ProblemNotice>
      ) : null}
      {!data && !error ? <Waiting rows={4} /> : null}
      {data && cards.length === 0 ? <p className={classes.empty}>{empty}</p> : null}
      <ul className={classes.list}>
        {cards.map((card) => (
          <SideCard key={card.id} card={card} list={list} onOpen={() => open(card.ref)} />
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

function SideCard({ card, list, onOpen }: { card: Card; list: List; onOpen: () => void }) {
  const client = useQueryClient();
  const { columns, projectId } = useWorld();
  const refresh = () => client.invalidateQueries({ queryKey: keys.project(projectId, "cards") });
  const back = async () => {
    if (list === "archived") await unarchive(client, card);
    else {
      const [column] = columns;
      if (column)
        await moveCard(client, card, { column, said: `Moved to ${column.name}` }, { column: null }, "later");
      await client.invalidateQueries({ queryKey: boardQuery(projectId).queryKey });
    }
    await refresh();
  };
  return (
    <li className={classes.card}>
      <button type="button" className={classes.open} onClick={onOpen}>
        <span className={classes.ref}>{card.ref}</span> {card.title}
      </button>
      <Group justify="space-between">
        <span className={classes.when}>
          {card.archivedAt ? `Archived ${agoText(card.archivedAt)}` : `Touched ${agoText(card.touchedAt)}`}
        </span>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void back()}
          aria-label={`${WORDS[list].back}: ${card.ref}`}
        >
          {WORDS[list].back}
        </Button>
      </Group>
    </li>
  );
}

async function unarchive(client: ReturnType<typeof useQueryClient>, card: Card): Promise<void> {
  const call = { params: { path: { cardId: card.id } }, body: {} };
  try {
    takeIn(client, await answer(api.POST("/api/v1/cards/{cardId}/unarchive", call)));
    offerUndo(`${card.ref} is back`, async () => {
      takeIn(client, await answer(api.POST("/api/v1/cards/{cardId}/archive", call)));
      await client.invalidateQueries({ queryKey: keys.project(card.projectId, "cards") });
    });
  } catch (error) {
    sayProblem(error, () => void unarchive(client, card));
  }
}
