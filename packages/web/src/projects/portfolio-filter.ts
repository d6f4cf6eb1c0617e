import { HEALTH_WORDS } from "@milepost/planning";
import { healthOf } from "../ui/health.ts";
import { type Care, isCare } from "./care.ts";
import type { PortfolioProject } from "./portfolio.api.ts";

export const GROUPS = ["client", "lead", "health"] as const;
export type Group = (typeof GROUPS)[number];

/** Figures of the head line that open their list. */
const ONLY = ["silent", "decisions"] as const;
export type Only = (typeof ONLY)[number];

/** What the portfolio's address says: every filter is a link. */
export interface PortfolioSearch {
  health?: string | undefined;
  lead?: string | undefined;
  client?: string | undefined;
  q?: string | undefined;
  group?: Group | undefined;
  care?: Care | undefined;
  only?: Only | undefined;
}

export function readSearch(search: Record<string, unknown>): PortfolioSearch {
  const text = (name: string) =>
    typeof search[name] === "string" && search[name] ? { [name]: search[name] } : {};
  const group = GROUPS.find((each) => each === search.group);
  const only = ONLY.find((each) => each === search.only);
  return {
    ...text("health"),
    ...text("lead"),
    ...text("client"),
    ...text("q"),
    ...(group ? { group } : {}),
    ...(only ? { only } : {}),
    ...(isCare(search.care) ? { care: search.care } : {}),
  };
}

/** Is anything narrowed or grouped, apart from an open list of care? */
export function isFiltered({ care: _, ...filters }: PortfolioSearch): boolean {
  return Object.keys(filters).length > 0;
}

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

/** Worst first, what nobody has reviewed above what is at risk and above others of its word; then those with the most overdue, then by name. */
export function byUrgency(one: PortfolioProject, other: PortfolioProject): number {
  return (
    urgency(one) - urgency(other) ||
    Number(one.silentDays === null) - Number(other.silentDays === null) ||
    other.counters.overdue - one.counters.overdue ||
    one.name.localeCompare(other.name)
  );
}

/** What somebody should look at today, and nothing else. */
export function needsYou(project: PortfolioProject): boolean {
  if (project.pausedAt) return false;
  return (
    project.failed ||
    project.silentDays !== null ||
    HEALTH_WORDS.indexOf(project.health.word) <= HEALTH_WORDS.indexOf("waiting_for_client") ||
    project.decisionsWaiting > 0 ||
    project.warnings.strongest.some(({ code }) => code === "review_missed") ||
    project.counters.overdue > 0 ||
    project.counters.blocked > 0
  );
}

function urgency({ health: { word }, silentDays, failed }: PortfolioProject): number {
  const rank = HEALTH_WORDS.indexOf(word);
  if (failed) return -1;
  return silentDays === null ? rank : Math.min(rank, HEALTH_WORDS.indexOf("at_risk") - 0.5);
}

function headingOf(project: PortfolioProject, group: Group): string {
  if (group === "client") return project.client?.name ?? "Internal";
  if (group === "lead") return project.lead?.name ?? "Without lead";
  return healthOf(project.health.word).word;
}
