import { Button, Stack, Text, Title } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { dayText, todayIn } from "../lib/dates.ts";
import { useKeys } from "../lib/keyboard.ts";
import { useTitle } from "../lib/title.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { Page } from "../ui/page.tsx";
import { type Today, type TodayCard, todayQuery } from "./today.api.ts";
import classes from "./today.module.css";
import { TodayLine } from "./today-card.tsx";
import { TodayItems } from "./today-items.tsx";

const SHOWN = 12;

/** S15: what now? */
export function TodayPage() {
  useTitle("Today");
  const today = useSuspenseQuery(todayQuery).data;
  const [focus, setFocus] = useState(false);
  useKeys(
    "Today",
    useMemo(() => [{ keys: "z", label: "One card at a time, or all", run: () => setFocus((on) => !on) }], []),
  );
  const [first] = [...today.due, ...today.next];
  const nothing =
    today.items.length + today.due.length + today.next.length + today.waiting.length + today.wishes.length ===
    0;
  return (
    <Page
      title="Today"
      lead={<Text c="dimmed">{dayText(today.today)}</Text>}
      actions={
        <>
          <Button variant="subtle" renderRoot={(props) => <Link {...props} to="/time" />}>
            Your time
          </Button>
          {first ? (
            <Button variant="default" aria-pressed={focus} onClick={() => setFocus(!focus)}>
              {focus ? "Show all" : "One at a time"}
            </Button>
          ) : null}
        </>
      }
    >
      {nothing ? <Nothing today={today} /> : null}
      {focus && first ? (
        <ul className={classes.list}>
          <TodayLine card={first} />
        </ul>
      ) : (
        <Stack gap="xl">
          <Wishes wishes={today.wishes} />
          <TodayItems items={today.items} today={today.today} />
          <Group title="Due" cards={today.due} />
          <Group title="Next for your milestones" cards={today.next} />
          <Group title="Waiting for others" cards={today.waiting} />
        </Stack>
      )}
    </Page>
  );
}

/** What clients asked for and wait for: an answer makes a date, or ends the wait. */
function Wishes({ wishes }: { wishes: Today["wishes"] }) {
  if (wishes.length === 0) return null;
  return (
    <section aria-label="Clients wait for your answer">
      <Title order={2} size="h3" mb={4}>
        Clients wait for your answer{" "}
        <Text component="span" size="sm" c="dimmed" className="mp-tabular">
          {wishes.length}
        </Text>
      </Title>
      <ul className={classes.list}>
        {wishes.map(({ id, title, project, askedBy, askedAt }) => (
          <li key={id} className={classes.wish}>
            <Link to={`/p/${project.key.toLowerCase()}/requests` as "/"}>{title}</Link>
            <Text size="sm" c="dimmed">
              {`${project.name}, asked by ${askedBy ?? "somebody"}, ${dayText(todayIn(undefined, new Date(askedAt)))}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Group({ title, cards }: { title: string; cards: readonly TodayCard[] }) {
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
          <TodayLine key={card.id} card={card} />
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
