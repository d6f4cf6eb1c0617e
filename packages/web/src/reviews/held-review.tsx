import { Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { dayText, momentText } from "../lib/dates.ts";
import { Page } from "../ui/page.tsx";
import { Decided } from "./close-step.tsx";
import classes from "./review.module.css";
import { actionWords, saidWords, shortRef, sinceWords } from "./review-words.ts";
import type { Review } from "./reviews.api.ts";
import { Spark } from "./spark.tsx";

/** The record of a review: nothing of it changes any more. */
export function HeldReview({ review }: { review: Review }) {
  const names = new Map(review.people.map(({ id, name }) => [id, name]));
  const actions = [...review.actions, ...review.lines.flatMap((line) => line.actions)];
  const words = [...review.words, ...review.lines.flatMap((line) => line.words)];
  const notes = review.lines.filter(({ clientNote }) => clientNote !== "");
  const refs = new Map(review.lines.map((line) => [line.milestoneId, shortRef(line)]));
  const projectKey = review.project.key.toLowerCase();
  return (
    <Page title={`Review ${dayText(review.dueOn, review.today)}`} lead={heldWords(review, names)}>
      <Stack gap="lg">
        <Group gap="lg">
          <Text size="sm">{sinceWords(review)}</Text>
          <Link to="/p/$projectKey/trend" params={{ projectKey }}>
            See the trend
          </Link>
          <Link to="/p/$projectKey/review/$date" params={{ projectKey, date: review.dueOn }}>
            Its own address
          </Link>
        </Group>
        <Decided review={review} />
        <Listed
          title="Actions"
          items={actions.map((action) => ({ id: action.id, text: actionWords(action, names, review.today) }))}
        />
        <Listed
          title="Notes for the client"
          items={notes.map(({ milestoneId, clientNote }) => ({
            id: milestoneId,
            text: `${refs.get(milestoneId) ?? ""}: ${clientNote}`,
          }))}
        />
        <Listed
          title="What the client said"
          items={words.map((said) => ({
            id: said.id,
            text: `${names.get(said.personId) ?? "Somebody"}${said.milestoneId ? ` on ${refs.get(said.milestoneId) ?? ""}` : ""}: ${saidWords(said, names, review.today)}`,
          }))}
        />
        {review.objectives.map(({ id, statement, measure, unit, readings, baseline, target, today }) => (
          <Group key={id} gap="md">
            <Text size="sm">{`${statement}: ${today === null ? "not read in this review" : `${measure} ${today} ${unit}`}`}</Text>
            <Spark
              label={`Readings of ${measure}`}
              points={readings.map(({ onDate, value }) => ({ on: onDate, value, text: `${value} ${unit}` }))}
              goals={[baseline, target].filter((goal) => goal !== null)}
            />
          </Group>
        ))}
        {review.untoldReason ? (
          <Text size="sm">{`Closed without telling: ${review.untoldReason}`}</Text>
        ) : null}
        {review.hash ? (
          <Text size="xs" c="dimmed" style={{ overflowWrap: "anywhere" }}>
            {`Kept unchanged as ${review.hash}`}
          </Text>
        ) : null}
      </Stack>
    </Page>
  );
}

function heldWords({ heldAt, heldBy, attendance }: Review, names: ReadonlyMap<string, string>): string {
  const by = heldBy ? ` by ${names.get(heldBy) ?? "somebody"}` : "";
  const there = attendance.map(({ personId }) => names.get(personId) ?? "somebody").join(", ");
  return `Closed ${heldAt ? momentText(heldAt) : ""}${by}.${there ? ` There: ${there}.` : ""}`;
}

function Listed({ title, items }: { title: string; items: readonly { id: string; text: string }[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb={4}>
        {title}
      </Title>
      <ul className={classes.facts}>
        {items.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
