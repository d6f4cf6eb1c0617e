import { Alert, Button, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useCallback, useState } from "react";
import { dayText, momentText } from "../lib/dates.ts";
import { useOnline } from "../lib/live.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { NewPill } from "../ui/new-pill.tsx";
import { Page } from "../ui/page.tsx";
import { linesOf } from "./held.ts";
import { OneCard } from "./one-card.tsx";
import { type Today, type TodayCard, todayQuery } from "./today.api.ts";
import classes from "./today.module.css";
import { TodayLine } from "./today-card.tsx";
import { TodayItems } from "./today-items.tsx";
import { useTodayKeys } from "./today-keys.ts";
import { Wishes } from "./today-wishes.tsx";
import { type HeldToday, useHeldToday } from "./use-held-today.ts";

const SHOWN = 12;

/** S15: what now? `leave` is the way to take time off. */
export function TodayPage({ leave }: { leave?: ReactNode }) {
  useTitle("Today");
  const held = useHeldToday();
  const { today, news, take, act, gone } = held;
  const [focus, setFocus] = useState(false);
  useTodayKeys({ onFocus: useCallback(() => setFocus((on) => !on), []), onTake: take });
  const cards = [...today.due, ...today.next];
  return (
    <Page
      title="Today"
      lead={<Text c="dimmed">{dayText(today.today)}</Text>}
      actions={
        <>
          <Button variant="subtle" renderRoot={(props) => <Link {...props} to="/time" />}>
            Your time
          </Button>
          {leave}
          {cards.length > 0 ? (
            <Button variant="default" aria-pressed={focus} onClick={() => setFocus(!focus)}>
              {focus ? "Show all" : "One at a time"}
            </Button>
          ) : null}
        </>
      }
    >
      <Copied />
      <NewPill count={news.length} onTake={take} />
      {linesOf(today).length === 0 ? <Nothing today={today} /> : null}
      {focus && cards.length > 0 ? (
        <OneCard cards={cards} gone={gone} act={act} />
      ) : (
        <Stack gap="xl">
          <Wishes wishes={today.wishes} />
          <TodayItems items={today.items} today={today.today} act={act} gone={gone} />
          <Group title="Due" cards={today.due} held={held} />
          <Group title="Next for your milestones" cards={today.next} held={held} />
          <Group title="Waiting for others" cards={today.waiting} held={held} />
        </Stack>
      )}
    </Page>
  );
}

/** Without a connection all of this is a copy, and says of when. */
function Copied() {
  const isOnline = useOnline();
  const { data, dataUpdatedAt } = useQuery(todayQuery);
  const of = data?.copiedAt ?? (isOnline ? null : new Date(dataUpdatedAt).toISOString());
  if (of === null) return null;
  return (
    <Alert color="yellow" variant="light" mb="md" role="status">
      {`This is a copy from ${momentText(of)}: the server cannot be reached. What has changed since is missing.`}
    </Alert>
  );
}

function Group({ title, cards, held }: { title: string; cards: readonly TodayCard[]; held: HeldToday }) {
  const [all, setAll] = useState(false);
  if (cards.length === 0) return null;
  const shown = all ? cards : cards.slice(0, SHOWN);
  return (
    <section aria-label={title}>
      <Title order={2} size="h3" mb={4}>
        {title}{" "}
        <Text component="span" size="sm" c="dimmed" className="mp-tabular">
          {cards.length}
        </Text>
      </Title>
      <ul className={classes.list}>
        {shown.map((card) => (
          <TodayLine key={card.id} card={card} act={held.act} isGone={held.gone.has(card.id)} />
        ))}
      </ul>
      {shown.length < cards.length ? (
        <Button mt="xs" variant="subtle" onClick={() => setAll(true)}>
          {`Show ${cards.length - shown.length} more`}
        </Button>
      ) : null}
    </section>
  );
}

function Nothing({ today: { nextMilestone } }: { today: Today }) {
  return (
    <EmptyState title="Nothing presses.">
      {nextMilestone ? (
        <>
          Next milestone: <Link to={`/m/${nextMilestone.ref}` as "/"}>{nextMilestone.title}</Link>
          {` of ${nextMilestone.project}, ${dayText(nextMilestone.targetOn)}.`}
        </>
      ) : (
        "Cards that carry you show up here, the one with the largest effect on a date first."
      )}
    </EmptyState>
  );
}
