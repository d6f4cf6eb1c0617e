import { Group, Paper, Progress, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { daysBetween, dayText } from "../lib/dates.ts";
import { reasonText } from "../lib/health-reasons.ts";
import type { Plan } from "../lib/plan-query.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { nextStone } from "./stones.ts";

/** The stone that is reached next, with what it takes. */
export function NextMilestone({ plan: { milestones, project, today } }: { plan: Plan }) {
  const next = nextStone(milestones);
  if (!next?.targetOn) return null;
  const { progress, criteria, criteriaMet, health } = next;
  const days = daysBetween(today, next.targetOn);
  return (
    <Paper component="section" withBorder p="md" bg="var(--mp-raised)" aria-labelledby="next-milestone">
      <Text size="xs" c="dimmed">
        {days < 0 ? "Past its date" : "Next milestone"}
      </Text>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={2} size="h3" id="next-milestone">
          <Link to={`/m/${project.key}-M${next.number}` as "/"} style={{ color: "inherit" }}>
            {next.title}
          </Link>
        </Title>
        {health ? (
          <HealthChip word={health.word} below={health.below} reasons={health.reasons.map(reasonText)} />
        ) : null}
      </Group>
      <Text>
        <time dateTime={next.targetOn}>{dayText(next.targetOn, today)}</time>
        <Text component="span" c="dimmed">
          {" "}
          {inDays(days)}
        </Text>
      </Text>
      {next.outcome ? (
        <Text mt="xs" maw="68ch">
          {next.outcome}
        </Text>
      ) : null}
      <Text size="sm" mt="xs" className="mp-tabular">
        {progress.count === 0 ? "No cards yet" : `${progress.doneCount} of ${progress.count} cards done`}
        {criteria.length > 0 ? ` · ${criteriaMet} of ${criteria.length} criteria met` : ""}
      </Text>
      <Progress value={progress.percent} mt={4} aria-label={`${progress.percent} % of ${next.title} done`} />
    </Paper>
  );
}

function inDays(days: number): string {
  if (days < 0) return `${-days} ${days === -1 ? "day" : "days"} ago`;
  if (days === 0) return "today";
  return days === 1 ? "tomorrow" : `in ${days} days`;
}
