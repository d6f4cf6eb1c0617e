import type { PlanLink, PlanMilestone } from "../plan.ts";
import { asCard, asMilestone, type DcmaTasks } from "./dcma-tasks.ts";
import type { Subject } from "./finding.ts";

/**
 * DCMA-1: tasks that nothing leads to or that lead nowhere. A card in a milestone has both by being in it; a milestone has what leads to
 * it in its cards. The first and the last milestone by date may stand at the ends.
 */
export function missingLogic({ context, milestones, cards }: DcmaTasks): Subject[] {
  const { plan, cardsOf, minorsOf } = context;
  const entered = new Set(plan.links.map(({ to }) => to));
  const left = new Set(plan.links.map(({ from }) => from));
  const byDate = [...milestones].sort((a, b) => orderOf(a, b));
  const [first, last] = [byDate[0]?.id, byDate.at(-1)?.id];
  const loose = milestones.filter(({ id, parentId }) => {
    const led = entered.has(id) || id === first || cardsOf(id).length + minorsOf(id).length > 0;
    return !led || !(left.has(id) || id === last || parentId !== null);
  });
  const alone = cards.filter(
    ({ id, milestoneId }) => milestoneId === null && !(entered.has(id) && left.has(id)),
  );
  return [...loose.map(asMilestone), ...alone.map(asCard)];
}

function orderOf(a: PlanMilestone, b: PlanMilestone): number {
  const [x, y] = [`${a.targetOn ?? "9999"} ${a.id}`, `${b.targetOn ?? "9999"} ${b.id}`];
  return x < y ? -1 : 1;
}

/** DCMA-2 to 4: the links of which this is true. */
export function linksThat({ context }: DcmaTasks, holds: (link: PlanLink) => boolean): Subject[] {
  return context.plan.links.filter(holds).map(({ id }) => ({ kind: "link", id }));
}

/** DCMA-5: milestones tied to a date from outside that cannot move. */
export function hardConstraints({ context, milestones }: DcmaTasks): Subject[] {
  const tied = new Set(context.plan.fixedDates.map(({ milestoneId }) => milestoneId));
  return milestones.filter(({ id }) => tied.has(id)).map(asMilestone);
}
