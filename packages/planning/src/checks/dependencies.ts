import { fromEpochDay } from "../calendar/civil-date.ts";
import { isOpenMilestone, type PlanLink } from "../plan.ts";
import { pushAfter } from "../schedule/cascade.ts";
import { ask, type CheckContext, dayInWords, found } from "./check-context.ts";
import type { DateChange, Finding, Fix, Subject } from "./finding.ts";
import { gapOf, itemBorders, setDates } from "./move-target.ts";

/** L13: items that wait for each other in a circle, or a successor that comes earlier than its link allows. */
export function brokenDependencies(context: CheckContext): Finding[] {
  return [...cycles(context), ...context.plan.links.flatMap((link) => tooEarly(context, link))];
}

function cycles(context: CheckContext): Finding[] {
  const schedule = context.schedule();
  if (schedule.ok) return [];
  const { cycle } = schedule;
  const items = cycle.itemIds.map((id) => subjectOf(context, id));
  const [first] = items;
  const linkId = cycle.linkIds.at(-1);
  if (first === undefined || linkId === undefined) return [];
  const titles = cycle.itemIds.map((id) => `“${titleOf(context, id)}”`);
  const why = `These wait for each other and can never start: ${[...titles, titles[0]].join(" → ")}.`;
  const blocks = [...new Set(cycle.itemIds.flatMap((id) => milestonesOf(context, id)))];
  return [found("L13", "error", first, why, { items, blocks, fix: { kind: "remove_link", linkId } })];
}

function tooEarly(context: CheckContext, link: PlanLink): Finding[] {
  const gap = isClosed(context, link.to) ? null : gapOf(context, link, (id) => itemBorders(context, id));
  if (gap === null) return [];
  const { end, allowed } = gap;
  const subject = subjectOf(context, link.to);
  const from = `“${titleOf(context, link.from)}”`;
  const day = dayInWords(fromEpochDay(end === "start" ? allowed : allowed - 1));
  const verb = end === "start" ? "starts" : "ends";
  const why = `“${titleOf(context, link.to)}” ${verb} too early: it follows ${from}, which allows ${day} at the earliest.`;
  return [
    found("L13", "error", subject, why, {
      items: [subjectOf(context, link.from), subject],
      blocks: milestonesOf(context, link.to),
      fix:
        push(context, link) ??
        ask(subject, end === "start" ? "startOn" : "dueOn", "On which later day can it be?"),
    }),
  ];
}

/** Everything behind the predecessor moves together, so that mending one link breaks no other. */
function push(context: CheckContext, { from, to }: PlanLink): Fix | null {
  const { plan, milestones, graph } = context;
  if (!milestones.has(from) || !milestones.has(to)) return null;
  const moves = pushAfter(plan, from, graph) ?? [];
  const changes = moves.map(({ milestoneId, to: { startOn, targetOn } }): DateChange => {
    return {
      milestoneId,
      ...(startOn === null ? {} : { startOn }),
      ...(targetOn === null ? {} : { targetOn }),
    };
  });
  return changes.some(({ milestoneId }) => milestoneId === to) ? setDates(context, changes) : null;
}

function isClosed({ milestones, cards }: CheckContext, id: string): boolean {
  const milestone = milestones.get(id);
  return milestone === undefined ? cards.get(id)?.place === "done" : !isOpenMilestone(milestone);
}

function subjectOf({ milestones }: CheckContext, id: string): Subject {
  return { kind: milestones.has(id) ? "milestone" : "card", id };
}

function titleOf({ milestones, cards }: CheckContext, id: string): string {
  return milestones.get(id)?.title ?? cards.get(id)?.title ?? id;
}

function milestonesOf({ milestones, cards }: CheckContext, id: string): string[] {
  return milestones.has(id) ? [id] : [cards.get(id)?.milestoneId ?? []].flat();
}
