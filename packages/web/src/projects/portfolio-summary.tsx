import { Group, Text } from "@mantine/core";
import { HEALTH_WORDS } from "@milepost/planning";
import { Link } from "@tanstack/react-router";
import { Diamond } from "../ui/diamond.tsx";
import { healthOf } from "../ui/health.ts";
import type { PortfolioProject } from "./portfolio.api.ts";

/** "14 projects · 2 off track · 3 at risk": each figure opens its list. */
export function PortfolioSummary({ projects }: { projects: readonly PortfolioProject[] }) {
  const counts = HEALTH_WORDS.map((word) => ({
    word,
    count: projects.filter(({ health }) => health.word === word).length,
  }));
  const live = projects.filter(({ pausedAt, state }) => pausedAt === null && state !== "completed").length;
  const silent = projects.filter(({ silentDays }) => silentDays !== null).length;
  const decisions = projects.reduce((sum, { decisionsWaiting }) => sum + decisionsWaiting, 0);
  const more = [
    { only: "silent" as const, count: silent, words: `${silent} silent` },
    {
      only: "decisions" as const,
      count: decisions,
      words: `${decisions} ${decisions === 1 ? "decision" : "decisions"} waiting`,
    },
  ];
  return (
    <Group component="ul" gap="md" p={0} m={0} mt={4} style={{ listStyle: "none" }}>
      <li>
        <Text component={Link} to="/portfolio" c="dimmed" size="sm">
          {live} live{live < projects.length ? ` of ${projects.length}` : ""}
        </Text>
      </li>
      {counts
        .filter(({ count }) => count > 0)
        .map(({ word, count }) => {
          const health = healthOf(word);
          return (
            <li key={word} style={{ display: "flex", alignItems: "center", gap: 6 }}>
              <Diamond state={health.state} waiting={health.waiting} size={16} />
              <Link to="/portfolio" search={{ health: word }} style={{ color: "var(--mp-ink)" }}>
                {count} {word === "not_enough_data" ? "without enough data" : health.word.toLowerCase()}
              </Link>
            </li>
          );
        })}
      {more
        .filter(({ count }) => count > 0)
        .map(({ only, words }) => (
          <li key={only}>
            <Link to="/portfolio" search={{ only }} style={{ color: "var(--mp-ink)" }}>
              {words}
            </Link>
          </li>
        ))}
    </Group>
  );
}
