import { Group, Paper, Progress, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { daysBetween, dayText } from "../lib/dates.ts";
import { forecastText } from "../lib/forecast-words.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import type { RoadMilestone } from "./portfolio.api.ts";

interface NextMilestoneProps {
  next: RoadMilestone;
  today: string;
  owner: string | undefined;
}

/** The stone that is reached next, with what it takes. */
export function NextMilestone({ next, today, owner }: NextMilestoneProps) {
  const { progress, health, below, targetOn } = next;
  const days = targetOn ? daysBetween(today, targetOn) : 0;
  return (
    <Paper component="section" withBorder p="md" bg="var(--mp-raised)" aria-labelledby="next-milestone">
      <Text size="xs" c="dimmed">
        {days < 0 ? "Past its date" : "Next milestone"}
      </Text>
      <Group justify="space-between" align="flex-start" gap="sm">
        <Title order={2} size="h3" id="next-milestone">
          <Link to={`/m/${next.ref}` as "/"} style={{ color: "inherit" }}>
            {next.title}
          </Link>
        </Title>
        {health ? <HealthChip word={health} below={below} /> : null}
      </Group>
      <Text>
        {targetOn ? <time dateTime={targetOn}>{dayText(targetOn, today)}</time> : "No date yet"}
        <Text component="span" c="dimmed">
          {targetOn ? ` ${inDays(days)}` : ""}
          {owner ? `, ${owner}` : ", no owner yet"}
        </Text>
      </Text>
      {next.forecast ? <Text size="sm">{forecastText(next.forecast)}</Text> : null}
      <Text size="sm" mt="xs" className="mp-tabular">
        {progress.count === 0 ? "No cards yet" : `${progress.doneCount} of ${progress.count} cards done`}
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
