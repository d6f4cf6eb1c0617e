import type { Template, TemplateLink, TemplateMilestone } from "./template.ts";

/** A milestone that is kept, changed where something is given. */
export interface MilestoneChoice {
  readonly key: string;
  readonly title?: string | undefined;
  /** Working days of its window, at least 1; needs a window. */
  readonly days?: number | undefined;
}

/**
 * The template with only the chosen milestones, each under its title and with its length.
 *
 * A longer or shorter window moves everything that begins after it by as much. Days on which only dropped milestones were planned go
 * with them, so the plan closes up; what a dropped milestone stood between is linked across it. A fixed date goes with its milestone.
 * The order is the template's; unknown keys are left out.
 * @example adaptTemplate(website, [{ key: "design", days: 15 }, { key: "live" }]).milestones.length // 2
 */
export function adaptTemplate(template: Template, choices: readonly MilestoneChoice[]): Template {
  const chosen = new Map(choices.map((choice) => [choice.key, choice]));
  const kept = template.milestones.filter(({ key }) => chosen.has(key));
  const dropped = template.milestones.filter(({ key }) => !chosen.has(key));
  const closed = closeUp({ ...template, milestones: kept }, dropped);
  const changed = choices.reduce(changeMilestone, closed);
  const goesOn = changed.milestones.some(({ key }) => key === template.fixedDate?.milestoneKey);
  return {
    ...changed,
    links: linksAcross(
      template.links,
      dropped.map(({ key }) => key),
    ),
    fixedDate: goesOn ? template.fixedDate : null,
  };
}

function changeMilestone(template: Template, { key, title, days }: MilestoneChoice): Template {
  const before = template.milestones.find((milestone) => milestone.key === key);
  if (before === undefined) return template;
  const { startDay, targetDay } = before;
  const named = renamed(template, key, title ?? before.title);
  if (days === undefined || startDay === null || targetDay === null) return named;
  const by = Math.max(1, days) - (targetDay - startDay + 1);
  const shifted = withDays(named, (day) => (day > targetDay ? day + by : day));
  return {
    ...shifted,
    milestones: shifted.milestones.map((each) =>
      each.key === key ? { ...each, targetDay: targetDay + by } : each,
    ),
  };
}

function renamed(template: Template, key: string, title: string): Template {
  const milestones = template.milestones.map((each) => (each.key === key ? { ...each, title } : each));
  return { ...template, milestones };
}

/** Takes out the days that only dropped windows cover. */
function closeUp(template: Template, dropped: readonly TemplateMilestone[]): Template {
  const covered = daysOf(template.milestones);
  const gone = [...daysOf(dropped)].filter((day) => !covered.has(day));
  return withDays(template, (day) => day - gone.filter((free) => free < day).length);
}

function daysOf(milestones: readonly TemplateMilestone[]): Set<number> {
  const days = new Set<number>();
  for (const { startDay, targetDay } of milestones)
    for (let day = startDay ?? targetDay ?? 0; day <= (targetDay ?? -1); day++) days.add(day);
  return days;
}

function withDays(template: Template, moved: (day: number) => number): Template {
  const move = (day: number | null) => (day === null ? null : moved(day));
  return {
    ...template,
    milestones: template.milestones.map((each) => ({
      ...each,
      startDay: move(each.startDay),
      targetDay: move(each.targetDay),
    })),
    objectives: template.objectives.map((each) => ({ ...each, targetDay: move(each.targetDay) })),
  };
}

function linksAcross(links: readonly TemplateLink[], dropped: readonly string[]): TemplateLink[] {
  return dropped.reduce<TemplateLink[]>(
    (left, key) => {
      const into = left.filter(({ to }) => to === key);
      const out = left.filter(({ from }) => from === key);
      const others = left.filter(({ from, to }) => from !== key && to !== key);
      const across = into.flatMap(({ from, lagDays }) =>
        out.map((next) => ({ from, to: next.to, kind: "FS" as const, lagDays: lagDays + next.lagDays })),
      );
      const known = new Set(others.map(({ from, to }) => `${from} ${to}`));
      return [...others, ...across.filter(({ from, to }) => !known.has(`${from} ${to}`))];
    },
    [...links],
  );
}
