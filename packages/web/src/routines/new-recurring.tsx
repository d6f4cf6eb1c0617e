import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Board } from "../lib/board-query.ts";
import { type CardContent, contentQuery, NO_CONTENT } from "../lib/card-content.ts";
import { Refusal } from "../ui/refusal.tsx";
import { Waiting } from "../ui/waiting.tsx";
import { RecurringForm } from "./recurring-form.tsx";
import { createRecurring, type RecurringFields } from "./routines.api.ts";

interface NewRecurringProps {
  board: Board;
  zone: string;
  today: string;
  /** Whose content it begins with. */
  cardId: string | null;
  onClose: () => void;
}

/** Empty, or with what a card holds. */
export function NewRecurring({ cardId, ...rest }: NewRecurringProps) {
  return cardId === null ? (
    <Fresh {...rest} content={NO_CONTENT} draft={`recurring.new.${rest.board.project.id}`} />
  ) : (
    <FromCard {...rest} cardId={cardId} />
  );
}

function FromCard({ cardId, ...rest }: NewRecurringProps & { cardId: string }) {
  const { data, error } = useQuery({
    ...contentQuery(rest.board.project.id, cardId),
    // What others change on the card meanwhile is not meant.
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Refusal problem={error} />;
  if (!data) return <Waiting rows={4} />;
  return <Fresh {...rest} content={data} draft={`recurring.card.${cardId}`} />;
}

interface FreshProps extends Omit<NewRecurringProps, "cardId"> {
  content: CardContent;
  draft: string;
}

function Fresh({ board, zone, today, content, draft, onClose }: FreshProps) {
  const client = useQueryClient();
  const there = useMemo<RecurringFields>(
    () => ({
      content,
      columnId: null,
      cadence: "weekly",
      everyDays: null,
      startsOn: today,
      at: "09:00",
      endsOn: null,
      paused: false,
    }),
    [content, today],
  );
  return (
    <RecurringForm
      name="New recurring card"
      board={board}
      zone={zone}
      there={there}
      draft={draft}
      onSave={(wanted) => createRecurring(client, board.project.id, wanted)}
      onClose={onClose}
    />
  );
}
