import { Paper, SimpleGrid, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { HealthChip } from "../ui/health-chip.tsx";
import { CARE_WORDS } from "./care.ts";
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
      {first.length === 0 ? <Text c="dimmed">Nothing presses. Every project is as planned.</Text> : null}
      <SimpleGrid cols={{ base: 1, sm: 2, lg: 3 }} spacing="sm">
        {first.map((project) => (
          <Paper key={project.id} withBorder p="md" bg="var(--mp-raised)">
            <Text fw={650} size="lg" component="h3" m={0}>
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
            <Text size="sm" mt={4}>
              {strongest(project)}
            </Text>
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

function strongest(project: PortfolioProject): string {
  const { counters } = project;
  const counted = (["overdue", "blocked"] as const)
    .filter((counter) => counters[counter] > 0)
    .map((counter) => `${counters[counter]} ${CARE_WORDS[counter].toLowerCase()}`);
  const [why = ""] = whyHealth(project);
  return [why, counted.length > 0 ? `${counted.join(", ")}.` : ""].filter(Boolean).join(" ");
}
