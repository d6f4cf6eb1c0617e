import { Button, Group, Text } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { useKeys } from "../lib/keyboard.ts";
import type { TodayCard } from "./today.api.ts";
import classes from "./today.module.css";
import { TodayLine } from "./today-card.tsx";
import type { HeldToday } from "./use-held-today.ts";

interface OneCardProps {
  cards: readonly TodayCard[];
  gone: ReadonlySet<string>;
  act: HeldToday["act"];
}

/** Focus: one card and nothing else; the next one comes when it is done or put behind. */
export function OneCard({ cards, gone, act }: OneCardProps) {
  const [at, setAt] = useState(0);
  const place = Math.min(at, cards.length - 1);
  const card = cards[place];
  const list = useRef<HTMLUListElement>(null);
  const step = useMemo(
    () => (by: 1 | -1) => setAt(Math.max(0, Math.min(cards.length - 1, place + by))),
    [cards.length, place],
  );
  useKeys(
    "One card at a time",
    useMemo(
      () => [
        { keys: "j", label: "Next card", run: () => step(1) },
        { keys: "k", label: "Card before", run: () => step(-1) },
        { keys: "arrowdown", label: "Next card", run: () => step(1) },
        { keys: "arrowup", label: "Card before", run: () => step(-1) },
      ],
      [step],
    ),
  );
  const id = card?.id;
  useEffect(() => {
    if (id) list.current?.querySelector<HTMLElement>("[data-stop]")?.focus();
  }, [id]);
  if (!card) return null;
  return (
    <section aria-label="One card at a time">
      <ul ref={list} className={classes.list}>
        <TodayLine key={card.id} card={card} act={act} isGone={gone.has(card.id)} />
      </ul>
      <Group mt="sm" gap="xs">
        <Button variant="default" disabled={place === 0} onClick={() => step(-1)}>
          Card before
        </Button>
        <Button variant="default" disabled={place === cards.length - 1} onClick={() => step(1)}>
          Next card
        </Button>
        <Text size="sm" c="dimmed" className="mp-tabular">{`${place + 1} of ${cards.length}`}</Text>
      </Group>
    </section>
  );
}
