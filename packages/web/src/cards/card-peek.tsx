import { CloseButton, Group, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { type Board, type BoardCard, cardQuery } from "../lib/board-query.ts";
import { useKeys } from "../lib/keyboard.ts";
import { Markdown } from "../ui/markdown.tsx";
import classes from "./card-peek.module.css";

/** A look at a card without leaving the board; it follows the selection. */
export function CardPeek({ board, card, onClose }: { board: Board; card: BoardCard; onClose: () => void }) {
  const { data } = useQuery(cardQuery(board.project.id, card.id));
  const keys = useMemo(() => [{ keys: "esc", label: "Close the peek", run: onClose }], [onClose]);
  useKeys("Peek", keys);
  const open = data?.checklist.filter(({ done }) => !done) ?? [];
  return (
    <aside className={classes.peek} aria-label={`Peek at ${board.project.key}-${card.number}`}>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text fw={600}>{card.title}</Text>
        <CloseButton aria-label="Close the peek" onClick={onClose} />
      </Group>
      {data?.body ? <Markdown text={data.body} /> : <Text c="dimmed">No description.</Text>}
      {data?.blockedReason ? <Text c="var(--mp-off-track)">Blocked: {data.blockedReason}</Text> : null}
      {open.length > 0 ? (
        <ul className={classes.items}>
          {open.slice(0, 8).map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      ) : null}
    </aside>
  );
}
