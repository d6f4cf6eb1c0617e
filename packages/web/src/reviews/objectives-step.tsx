import { Group, NumberInput, Stack, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { dayText, shortDay } from "../lib/dates.ts";
import { useDraft } from "../lib/draft.ts";
import { useSubmit } from "../lib/use-submit.ts";
import { Refusal } from "../ui/refusal.tsx";
import classes from "./review.module.css";
import { type Review, readMeasure } from "./reviews.api.ts";
import { Spark } from "./spark.tsx";

type Objective = Review["objectives"][number];

/** Where each measure stands today, filled in with what is known; only what is another number is typed. */
export function ObjectivesStep({ review }: { review: Review }) {
  return (
    <section className={classes.line} aria-label="Objectives">
      <Title order={2} size="h3" mb="sm">
        Where do the objectives stand?
      </Title>
      <Stack gap="lg">
        {review.objectives.map((objective) => (
          <Measure key={objective.id} review={review} objective={objective} />
        ))}
      </Stack>
    </section>
  );
}

function Measure({ review, objective }: { review: Review; objective: Objective }) {
  const client = useQueryClient();
  const { id, statement, measure, unit, baseline, target, targetOn, current, today, last } = objective;
  const known = today ?? current;
  const [text, setText, clear] = useDraft(
    `review.${review.id}.measure.${id}`,
    known === null ? "" : String(known),
  );
  const { submit, problem } = useSubmit(async () => {
    const value = Number(text);
    if (text.trim() === "" || Number.isNaN(value) || value === today) return;
    await readMeasure(client, review, id, value);
    clear();
  });
  const goals = [baseline, target].filter((value) => value !== null);
  const points = objective.readings.map(({ onDate, value }) => ({
    on: onDate,
    value,
    text: `${value} ${unit}`,
  }));
  return (
    <div>
      <Text fw={600}>{statement}</Text>
      <Group gap="md" align="flex-end">
        {measure === "" ? (
          <Text c="dimmed">It has no measure yet.</Text>
        ) : (
          <NumberInput
            label={`${measure} today`}
            description={`${goals.join(" → ")} ${unit}${targetOn ? ` by ${dayText(targetOn, review.today)}` : ""}`}
            w={220}
            value={text}
            disabled={!review.may.write || review.heldAt !== null}
            onChange={(value) => setText(String(value))}
            onBlur={() => void submit()}
            onKeyDown={(event) => {
              if (event.key === "Enter") event.currentTarget.blur();
            }}
          />
        )}
        <Spark label={`Readings of ${measure}`} points={points} goals={goals} />
        <Text size="sm" c="dimmed" className="mp-tabular">
          {last ? `Last ${last.value} on ${shortDay(last.onDate)}` : "Not read before"}
          {today === null ? "" : `; today ${today}`}
        </Text>
      </Group>
      <Refusal problem={problem} />
    </div>
  );
}
