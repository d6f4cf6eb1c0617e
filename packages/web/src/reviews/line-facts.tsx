import { Group, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { daysBetween, dayText } from "../lib/dates.ts";
import { reasonText } from "../lib/health-reasons.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import classes from "./review.module.css";
import { actionWords, forecastWords, saidWords, shortRef, sinceFacts } from "./review-words.ts";
import type { Review, ReviewLine } from "./reviews.api.ts";
import { Spark } from "./spark.tsx";

interface LineFactsProps {
  review: Review;
  line: ReviewLine;
  names: ReadonlyMap<string, string>;
}

/** What the figures say of a milestone, before anybody says anything. */
export function LineHead({ review, line }: Omit<LineFactsProps, "names">) {
  const { ref, title, health, targetOn, toldTargetOn, changed } = line;
  const points = line.trend.flatMap(({ on, targetOn: then }) =>
    then === null ? [] : [{ on, value: daysBetween(review.today, then), text: dayText(then, review.today) }],
  );
  return (
    <Group justify="space-between" align="flex-start" gap="sm">
      <div>
        <Title order={2} size="h3" tabIndex={-1} data-line>
          <Link to={`/m/${ref}` as "/"}>{shortRef(line)}</Link>
          {` ${title}`}
        </Title>
        <Text size="sm" className="mp-tabular">
          {targetOn ? dayText(targetOn, review.today) : "No date yet"}
          {toldTargetOn && toldTargetOn !== targetOn
            ? `; the client was told ${dayText(toldTargetOn, review.today)}`
            : ""}
          {changed.length > 0 ? ` · changed since this review began: ${changed.join(", ")}` : ""}
        </Text>
      </div>
      <Group gap="md">
        {points.length > 1 ? <Spark label={`Dates of ${shortRef(line)} by review`} points={points} /> : null}
        <Group gap={6}>
          <Text size="sm" c="dimmed">
            Computed:
          </Text>
          {health ? (
            <HealthChip word={health.word} below={health.below} reasons={health.reasons.map(reasonText)} />
          ) : (
            <Text size="sm">Dropped</Text>
          )}
        </Group>
      </Group>
    </Group>
  );
}

export function LineFacts({ review, line, names }: LineFactsProps) {
  const { criteria, risks, last, words } = line;
  const met = criteria.filter(({ answer }) => answer === "met").length;
  return (
    <section aria-label="Since last time">
      <Text fw={600}>Since last time</Text>
      <ul className={classes.facts}>
        <li>{forecastWords(line, review.today)}</li>
        {sinceFacts(line, review.today).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
        {criteria.length > 0 ? (
          <li>
            {`Done when: ${met} of ${criteria.length}. `}
            {criteria
              .filter(({ answer }) => answer !== "met")
              .map(({ text }) => `☐ ${text}`)
              .join(" ")}
          </li>
        ) : null}
        {risks.map(({ id, title, ownerId, response }) => (
          <li key={id}>
            {`Risk: ${title}${ownerId ? ` (${names.get(ownerId) ?? "somebody"})` : ""}${response ? `: ${response}` : ""}`}
          </li>
        ))}
        {(last?.actions ?? []).map((action) => (
          <li key={action.id}>{`Still to do: ${actionWords(action, names, review.today)}`}</li>
        ))}
        {words.map((said) => (
          <li key={said.id}>
            <strong>{`${names.get(said.personId) ?? "The client"} `}</strong>
            {saidWords(said, names, review.today)}
            {said.proposalId ? (
              <>
                {". "}
                <Link to={`/p/${review.project.key.toLowerCase()}/input` as "/"}>Answer it</Link>
              </>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
