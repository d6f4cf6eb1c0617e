import { Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { answer, api } from "../lib/api.ts";
import { addDays } from "../lib/dates.ts";
import { keys } from "../lib/query-keys.ts";
import { timeSheetQuery } from "./time.api.ts";
import type { CardName } from "./time-rows.ts";

interface AddCardProps {
  monday: string;
  me: string;
  shown: readonly { cardId: string }[];
  onAdd: (card: CardName) => void;
}

/** One's own open cards, and those of the week before. */
export function AddCard({ monday, me, shown, onAdd }: AddCardProps) {
  const last = useQuery(
    timeSheetQuery({ from: addDays(monday, -7), to: addDays(monday, -1), personId: me }),
  ).data;
  const today = useQuery({
    queryKey: [...keys.time, "own-cards"],
    queryFn: () => answer(api.GET("/api/v1/today")),
  }).data;
  const found = new Map<string, CardName>();
  for (const card of [
    ...(last?.items.flatMap((entry) => entry.card ?? []) ?? []),
    ...(today ? [...today.due, ...today.next, ...today.waiting] : []),
  ])
    found.set(card.id, { id: card.id, ref: card.ref, title: card.title });
  for (const { cardId } of shown) found.delete(cardId);
  const choices = [...found.values()];
  if (choices.length === 0) return null;
  return (
    <Select
      key={shown.length}
      mt="sm"
      maw={480}
      searchable
      placeholder="Add one of your cards"
      aria-label="Add one of your cards"
      data={choices.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))}
      value={null}
      onChange={(id) => {
        const card = choices.find((each) => each.id === id);
        if (card) onAdd(card);
      }}
    />
  );
}
