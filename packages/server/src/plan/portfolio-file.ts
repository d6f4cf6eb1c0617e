import { byUrgency, glanceOf, needsSomebody } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { csvOf } from "../kit/csv.ts";
import { findWorkspace } from "../people/workspaces.store.ts";
import { PdfPages } from "../portal/pdf-document.ts";
import { workspaceHouse } from "../portal/pdf-house.ts";
import { sayIn } from "../words/say.ts";
import type { PortfolioProjectView, PortfolioView } from "./portfolio.view.ts";
import { HEALTH_NAMES, whyInWords } from "./portfolio-words.ts";

export const FILE_GROUPS = ["client", "lead", "health"] as const;
export type FileGroup = (typeof FILE_GROUPS)[number];

/** The projects of these keys, or all of them; whoever needs somebody most comes first. */
export function chosen({ projects }: PortfolioView, keys: readonly string[] | null): PortfolioProjectView[] {
  const wanted = keys === null ? null : new Set(keys.map((key) => key.toUpperCase()));
  return projects
    .filter(({ key }) => wanted === null || wanted.has(key.toUpperCase()))
    .sort((one, other) => byUrgency(glanceOf(one), glanceOf(other)));
}

/** One line a project, days as a spreadsheet reads them. */
export function portfolioCsv(projects: readonly PortfolioProjectView[]): string {
  const columns: Record<string, (project: PortfolioProjectView) => string | number | null | undefined> = {
    key: ({ key }) => key,
    project: ({ name }) => name,
    client: ({ client }) => client?.name,
    lead: ({ lead }) => lead?.name,
    state: ({ state, pausedAt }) => (pausedAt === null ? state : "paused"),
    health: ({ health }) => HEALTH_NAMES[health.word],
    why: whyInWords,
    needs_you: (project) => (needsSomebody(glanceOf(project)) ? "yes" : "no"),
    days_without_review: ({ silentDays }) => silentDays,
    warnings: ({ warnings }) => warnings.count,
    milestones_reached: ({ reached }) => reached.reached,
    milestones: ({ reached }) => reached.count,
    on_agreed_date: ({ kept }) => kept?.kept,
    next_milestone: ({ next }) => next?.title,
    next_on: ({ next }) => next?.targetOn,
    next_likely_on: ({ next }) => next?.forecast?.p50On,
    next_safe_on: ({ next }) => next?.forecast?.p80On,
    working_days_later_than_baseline: ({ slip }) => slip?.days,
    percent_done: ({ progress }) => progress.percent,
    open_cards: ({ openCards }) => openCards,
    overdue: ({ counters }) => counters.overdue,
    blocked: ({ counters }) => counters.blocked,
    decisions_waiting: ({ decisionsWaiting }) => decisionsWaiting,
  };
  const cells = Object.values(columns);
  return csvOf(
    Object.keys(columns),
    projects.map((project) => cells.map((cell) => String(cell(project) ?? ""))),
  );
}

interface OnPaper {
  projects: readonly PortfolioProjectView[];
  today: string;
  group: FileGroup | undefined;
}

/** The same on paper: what needs somebody and why, then all, below headings where they are grouped. */
export async function portfolioPdf(scope: Scope, { projects, today, group }: OnPaper): Promise<Buffer> {
  const say = sayIn("en");
  const pdf = new PdfPages({
    title: "Portfolio",
    language: "en",
    house: await workspaceHouse(scope.kit.dataDir, await findWorkspace(scope)),
    foot: `Portfolio as of ${say.day(today)}`,
    pageWord: (page, count) => `Page ${page} of ${count}`,
    createdAt: scope.now,
  });
  pdf.heading(1, "Portfolio");
  pdf.paragraph(standing(projects), "strong");
  const pressing = projects.filter((project) => needsSomebody(glanceOf(project)));
  pdf.heading(2, "Needs you");
  if (pressing.length === 0) pdf.paragraph("Nothing presses.");
  else
    pdf.list(
      pressing.map(
        (project) => `${project.name}, ${HEALTH_NAMES[project.health.word]}: ${whyInWords(project)}.`,
      ),
    );
  for (const [heading, rows] of groupsOf(projects, group)) {
    pdf.heading(2, heading);
    pdf.table(tableOf(rows, { named: group !== "client", day: (on) => say.day(on, today) }));
  }
  return pdf.end();
}

/** "14 projects: 2 off track, 3 at risk." */
function standing(projects: readonly PortfolioProjectView[]): string {
  const words = Object.entries(HEALTH_NAMES).flatMap(([word, name]) => {
    const n = projects.filter(({ health }) => health.word === word).length;
    return n === 0 ? [] : [`${n} ${name.toLowerCase()}`];
  });
  const silent = projects.filter(({ silentDays }) => silentDays !== null).length;
  const all = `${projects.length} ${projects.length === 1 ? "project" : "projects"}`;
  const facts = [...words, ...(silent > 0 ? [`${silent} silent`] : [])];
  return facts.length === 0 ? `${all}.` : `${all}: ${facts.join(", ")}.`;
}

function groupsOf(projects: readonly PortfolioProjectView[], group: FileGroup | undefined) {
  if (projects.length === 0) return [];
  return group === undefined
    ? [["All projects", projects] as const]
    : [...Map.groupBy(projects, (project) => headingOf(project, group))];
}

function headingOf({ client, lead, health }: PortfolioProjectView, group: FileGroup): string {
  if (group === "client") return client?.name ?? "Internal";
  if (group === "lead") return lead?.name ?? "Without lead";
  return HEALTH_NAMES[health.word];
}

interface TableWish {
  /** The client stands beside its project, not above it. */
  named: boolean;
  day: (on: string) => string;
}

function tableOf(projects: readonly PortfolioProjectView[], { named, day }: TableWish) {
  return {
    head: ["Project", "Lead", "Health", "Reached", "Next milestone", "Against baseline"],
    rows: projects.map(({ name, client, lead, health, reached, next, slip }) => [
      named && client ? `${name} (${client.name})` : name,
      lead?.name ?? "",
      HEALTH_NAMES[health.word],
      `${reached.reached} of ${reached.count}`,
      next ? [next.title, ...(next.targetOn ? [day(next.targetOn)] : [])].join(", ") : "",
      slipOf(slip),
    ]),
    shares: [6, 3, 3, 2.8, 5, 3],
  };
}

function slipOf(slip: PortfolioProjectView["slip"]): string {
  if (slip === null) return "";
  if (slip.days === 0) return "on it";
  const days = Math.abs(slip.days);
  return `${days} working ${days === 1 ? "day" : "days"} ${slip.days > 0 ? "later" : "earlier"}`;
}
