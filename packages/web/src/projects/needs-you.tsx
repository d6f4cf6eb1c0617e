import { Box, Group, Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { type EarlyWarning, warningText } from "../lib/early-warnings.ts";
import { HealthChip } from "../ui/health-chip.tsx";
import { StatedLine } from "../ui/stated-line.tsx";
import { WarningSteps } from "../ui/warning-steps.tsx";
import { ALARMS, CARE_WORDS } from "./care.ts";
import type { PortfolioProject } from "./portfolio.api.ts";
import { byUrgency } from "./portfolio-filter.ts";
import { silentWords } from "./silent-words.ts";
import { whyHealth } from "./stones.ts";

const MOST = 6;

/** The projects that want somebody today, each with its strongest reason. */
export function NeedsYou({ projects }: { projects: readonly PortfolioProject[] }) {
  const first = projects.toSorted(byUrgency).slice(0, MOST);
  return (
    <section aria-labelledby="needs-you">
      <Title order={2} size="h3" id="needs-you" mb="xs">
        Needs you
      </Title>
      {first.length === 0 ? <Text c="dimmed">Nothing presses.</Text> : null}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {first.map((project) => (
          <Paper key={project.id} withBorder p="md" bg="var(--mp-raised)">
            <Text fw={650} size="lg" component="h3" m={0} style={{ overflowWrap: "anywhere" }}>
              <Link
                to="/p/$projectKey"
                params={{ projectKey: project.key.toLowerCase() }}
                style={{ color: "inherit" }}
              >
                {project.name}
              </Link>
            </Text>
            <Text size="xs" c="dimmed" mb="xs">
              {project.client?.name ?? "Internal"}
            </Text>
            <Group gap="sm">
              <HealthChip
                word={project.health.word}
                below={project.health.below}
                unseen={project.silentDays !== null}
              />
              {project.silentDays === null ? null : <Text size="sm">{silentWords(project.silentDays)}</Text>}
            </Group>
            {project.health.stated ? <StatedLine stated={project.health.stated} /> : null}
            <Reason project={project} />
            <Box mt="xs">
              <WarningSteps project={project} warnings={toldOf(project)} manages={project.manages} most={2} />
            </Box>
          </Paper>
        ))}
      </SimpleGrid>
      {projects.length > MOST ? (
        <Text size="sm" c="dimmed" mt="xs">
          and {projects.length - MOST} more below
        </Text>
      ) : null}
    </section>
  );
}

/** What is known to press opens its list; why a word has too little to go on is no reason to come. */
function Reason({ project }: { project: PortfolioProject }) {
  const { key, counters, health } = project;
  const pressing = ALARMS.filter((counter) => counters[counter] > 0);
  const [why = ""] = health.word === "not_enough_data" ? [] : whyHealth(project);
  if (project.failed) return <Text size="sm">It could not be counted. Open it to see more.</Text>;
  const rest = toldOf(project).filter((warning) => !isSaid(warning, project));
  return (
    <Text size="sm" mt={4}>
      {[why, ...rest.map(textOf)].filter(Boolean).join(" ")}
      {pressing.map((counter, place) => (
        <Fragment key={counter}>
          {place > 0 ? ", " : " "}
          <Link
            to="/p/$projectKey"
            params={{ projectKey: key.toLowerCase() }}
            search={{ care: counter }}
            style={{ color: "inherit" }}
          >
            {counters[counter]} {CARE_WORDS[counter].toLowerCase()}
          </Link>
        </Fragment>
      ))}
      {pressing.length > 0 ? "." : ""}
    </Text>
  );
}

/** What its card tells: the strongest, and that nobody has reviewed it. */
function toldOf({ warnings: { strongest } }: PortfolioProject): EarlyWarning[] {
  return strongest.filter(({ code }, place) => place === 0 || code === "review_missed").slice(0, 2);
}

/** The reason beside the word says it already. */
function isSaid({ inHealth, milestone }: EarlyWarning, { health }: PortfolioProject): boolean {
  return inHealth && milestone?.id === health.milestoneId && health.word !== "not_enough_data";
}

function textOf(warning: EarlyWarning): string {
  const text = warningText(warning);
  return warning.milestone ? `${warning.milestone.title}: ${text}` : text;
}
