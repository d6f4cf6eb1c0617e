import { Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { HealthChip } from "../ui/health-chip.tsx";
import { ALARMS, CARE_WORDS } from "./care.ts";
import type { PortfolioProject } from "./portfolio.api.ts";
import { byUrgency } from "./portfolio-filter.ts";
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
            <HealthChip word={project.health.word} />
            <Reason project={project} />
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
  return (
    <Text size="sm" mt={4}>
      {why}
      {pressing.map((counter, place) => (
        <Fragment key={counter}>
          {place > 0 ? ", " : why ? " " : ""}
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
