import { HEALTH_WORDS, type HealthWord } from "@milepost/planning";
import { healthOf } from "../ui/health.ts";
import { type Care, isCare } from "./care.ts";
import type { PortfolioProject } from "./portfolio.api.ts";

export const GROUPS = ["client", "lead", "health"] as const;
export type Group = (typeof GROUPS)[number];

/** What the portfolio's address says: every filter is a link. */
export interface PortfolioSearch {
  health?: string | undefined;
  lead?: string | undefined;
  client?: string | undefined;
  q?: string | undefined;
  group?: Group | undefined;
  care?: Care | undefined;
}

export function readSearch(search: Record<string, unknown>): PortfolioSearch {
  const text = (name: string) =>
    typeof search[name] === "string" && search[name] ? { [name]: search[name] } : {};
  const group = GROUPS.find((each) => each === search.group);
  return {
    ...text("health"),
    ...text("lead"),
    ...text("client"),
    ...text("q"),
    ...(group ? { group } : {}),
    ...(isCare(search.care) ? { care: search.care } : {}),
  };
}

/** Is anything narrowed or grouped, apart from an open list of care? */
export function isFiltered({ care: _, ...filters }: PortfolioSearch): boolean {
  return Object.keys(filters).length > 0;
}

export function filtered(
  projects: readonly PortfolioProject[],
  { health, lead, client, q, care }: PortfolioSearch,
) {
  const words = (q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  return projects.filter((project) => {
    const text =
      `${project.name} ${project.key} ${project.client?.name ?? ""} ${project.lead?.name ?? ""}`.toLowerCase();
    return (
      (!health || project.health.word === health) &&
      (!lead || project.lead?.id === lead) &&
      (!client || project.client?.id === client) &&
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

/** Worst first, then those with the most overdue, then by name. */
export function byUrgency(one: PortfolioProject, other: PortfolioProject): number {
  return (
    urgency(one.health.word) - urgency(other.health.word) ||
    other.counters.overdue - one.counters.overdue ||
    one.name.localeCompare(other.name)
  );
}

/** What somebody should look at today, and nothing else. */
export function needsYou(project: PortfolioProject): boolean {
  if (project.pausedAt) return false;
  return (
    urgency(project.health.word) <= urgency("waiting_for_client") ||
    project.counters.overdue > 0 ||
    project.counters.blocked > 0
  );
}

function urgency(word: HealthWord): number {
  return HEALTH_WORDS.indexOf(word);
}

function headingOf(project: PortfolioProject, group: Group): string {
  if (group === "client") return project.client?.name ?? "Internal";
  if (group === "lead") return project.lead?.name ?? "Without lead";
  return healthOf(project.health.word).word;
}
