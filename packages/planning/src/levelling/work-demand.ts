import { firstMinuteOf, toEpochDay } from "../calendar/civil-date.ts";
import type { CivilDate } from "../plan.ts";
import type { LevelNode } from "./level-network.ts";
import type { Levelled } from "./level-work.ts";

/** Minutes that one card asks of one person in the week of that number. */
export interface Demand {
  readonly projectId: string;
  readonly personId: string;
  readonly cardId: string;
  readonly milestoneId: string | null;
  readonly week: number;
  readonly minutes: number;
  readonly late: number;
}

/** What the levelled work asks of people in weeks that begin on the given days; late work in the week of its target. */
export function demandOf({ plan, network, schedule }: Levelled, weeks: readonly number[]): Demand[] {
  const targets = new Map(plan.milestones.map(({ id, targetOn }) => [id, targetOn]));
  const cards = new Map(plan.cards.map((card) => [card.id, card]));
  return network.nodes.flatMap((item, node): Demand[] => {
    const { kind, personId, itemId } = item;
    if (kind !== "part" || personId === null) return [];
    const milestoneId = cards.get(itemId)?.milestoneId ?? null;
    const due = weekOfTarget(targets.get(milestoneId ?? "") ?? null, weeks);
    const [start, finish] = [schedule.start[node] ?? 0, schedule.finish[node] ?? 0];
    const byWeek = minutesByWeek(item, start, finish, weeks);
    return promisedByWeek(byWeek, item.minutes, due).flatMap(({ minutes, late }, week) =>
      minutes === 0
        ? []
        : [{ projectId: plan.projectId, personId, cardId: itemId, milestoneId, week, minutes, late }],
    );
  });
}

/** Effort by week; rounding never loses a minute between two weeks. */
function minutesByWeek(
  { axis, percent }: LevelNode,
  start: number,
  finish: number,
  weeks: readonly number[],
): number[] {
  if (axis === null) return weeks.map(() => 0);
  const begun = axis.worked(start);
  const doneBy = (moment: number) => {
    const units = axis.worked(Math.min(Math.max(moment, start), finish)) - begun;
    return Math.floor((units * percent) / 100);
  };
  return weeks.map((day) => doneBy(firstMinuteOf(day + 7)) - doneBy(firstMinuteOf(day)));
}

/** What lies after the week of the target is moved into it. `due`: that week, past the end when there is none in sight. */
function promisedByWeek(
  byWeek: readonly number[],
  total: number,
  due: number,
): { minutes: number; late: number }[] {
  const inTime = byWeek.slice(0, due + 1).reduce((sum, minutes) => sum + minutes, 0);
  return byWeek.map((minutes, week) => {
    if (week > due) return { minutes: 0, late: 0 };
    const late = week === due ? total - inTime : 0;
    return { minutes: minutes + late, late };
  });
}

/** A target that has passed is due in the first week. */
function weekOfTarget(targetOn: CivilDate | null, weeks: readonly number[]): number {
  if (targetOn === null) return Number.POSITIVE_INFINITY;
  const day = toEpochDay(targetOn);
  return Math.max(0, Math.floor((day - (weeks[0] ?? day)) / 7));
}
