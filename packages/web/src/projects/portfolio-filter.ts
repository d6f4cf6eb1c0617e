import { byUrgency as compareUrgency, glanceOf, needsSomebody } from "@milepost/planning";
import { healthOf } from "../ui/health.ts";
import type { PortfolioProject } from "./portfolio.api.ts";
import type { Group, PortfolioSearch } from "./portfolio-search.ts";

export function filtered(
  projects: readonly PortfolioProject[],
  { health, lead, client, q, care, only }: PortfolioSearch,
) {
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return projects.filter((project) => {
    const text =
      `${project.name} ${project.key} ${project.client?.name ?? ""} ${project.lead?.name ?? ""}`.toLowerCase();
    return (
      (!health || project.health.word === health) &&
      (!lead || project.lead?.id === lead) &&
      (!client || project.client?.id === client) &&
      (only !== "silent" || project.silentDays !== null) &&
      (only !== "decisions" || project.decisionsWaiting > 0) &&
      (!care || project.counters[care] > 0) &&
      words.every((word) => text.includes(word))
    );
  });
}

/** Rows below headings, the heading with the most urgent project first. */
export function grouped(projects: readonly PortfolioProject[], group: Group | undefined) {
  const sorted = projects.toSorted(byUrgency);
  if (!group) return [{ title: null, projects: sorted }];
  const groups = Map.groupBy(sorted, (project) => headingOf(project, group));
  return [...groups].map(([title, rows]) => ({ title, projects: rows }));
}

/** What needs somebody most comes first. */
export function byUrgency(one: PortfolioProject, other: PortfolioProject): number {
  return compareUrgency(glanceOf(one), glanceOf(other));
}

/** What somebody should look at today, and nothing else. */
export function needsYou(project: PortfolioProject): boolean {
  return needsSomebody(glanceOf(project));
}

function headingOf(project: PortfolioProject, group: Group): string {
  if (group === "client") return project.client?.name ?? "Internal";
  if (group === "lead") return project.lead?.name ?? "Without lead";
  return healthOf(project.health.word).word;
}
