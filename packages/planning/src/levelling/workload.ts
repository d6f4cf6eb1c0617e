import { firstMinuteOf, fromEpochDay, toEpochDay, weekdayOf } from "../calendar/civil-date.ts";
import type { CivilDate, Plan, PlanPerson } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { type Levelled, levelWork } from "./level-work.ts";
import { DEFAULT_LEVEL_OPTIONS } from "./levelled-plan.ts";
import { createWorkAxis } from "./work-axis.ts";
import { type Demand, demandOf } from "./work-demand.ts";

/** What one card asks of one person in one week. */
export interface WorkloadCard {
  readonly projectId: string;
  readonly cardId: string;
  readonly milestoneId: string | null;
  readonly minutes: number;
  /** Of these, minutes that only fit after the week of the milestone's target and are counted in it. */
  readonly late: number;
}

/** One person in one week, in minutes of effort. */
export interface WorkloadCell {
  /** The Monday. */
  readonly weekOn: CivilDate;
  readonly capacity: number;
  readonly planned: number;
  /** What is planned beyond the capacity. */
  readonly over: number;
  /** The most minutes first. */
  readonly cards: readonly WorkloadCard[];
}

export interface Workload {
  readonly weeks: readonly CivilDate[];
  /** In the order of `people`; cells in the order of `weeks`. */
  readonly people: readonly { readonly id: string; readonly cells: readonly WorkloadCell[] }[];
  /** Plans that cannot be levelled because items wait for each other: they are not counted. */
  readonly cycles: readonly string[];
}

/**
 * Can everybody carry what has been promised? People by weeks, in minutes: what a person has, what the promised dates ask for, and by how
 * much that is more. Each plan is levelled from `from` on with the person's share in it; work that would only fit after its milestone's
 * target is counted in the week of the target, for that is when it has been promised. Capacity is the person's own calendar and percent as
 * given in `people`, from `from` on.
 * @example workload([plan], plan.people, "2026-04-27", 4).people[0].cells[0] // { weekOn: "2026-04-27", capacity: 480, planned: 480, over: 0, cards }
 */
export function workload(
  plans: readonly Plan[],
  people: readonly PlanPerson[],
  from: CivilDate,
  weeks: number,
): Workload {
  const first = toEpochDay(from) - weekdayOf(toEpochDay(from));
  const days = Array.from({ length: weeks }, (_, i) => first + 7 * i);
  const cycles: string[] = [];
  const demands = plans.flatMap((plan): Demand[] => {
    const work = levelWork(plan, from, DEFAULT_LEVEL_OPTIONS);
    if (work.ok) return demandOf(work.levelled, days);
    cycles.push(plan.projectId);
    return [];
  });
  const standard = plans[0]?.calendar ?? { week: {} };
  return {
    weeks: days.map(fromEpochDay),
    people: people.map((person) => {
      const own = demands.filter(({ personId }) => personId === person.id);
      const capacities = capacityOf(person, standard, from, days);
      const cells = days.map((day, week) =>
        cellOf(
          day,
          capacities[week] ?? 0,
          own.filter((each) => each.week === week),
        ),
      );
      return { id: person.id, cells };
    }),
    cycles,
  };
}

function capacityOf(
  { calendar, percent }: PlanPerson,
  standard: Levelled["plan"]["calendar"],
  from: CivilDate,
  weeks: readonly number[],
): number[] {
  const axis = createWorkAxis(calendar ?? standard, toEpochDay(from));
  const begins = firstMinuteOf(toEpochDay(from));
  return weeks.map((day) => {
    const start = Math.max(begins, firstMinuteOf(day));
    const minutes = axis.worked(firstMinuteOf(day + 7)) - axis.worked(start);
    return Math.floor((Math.max(0, minutes) * percent) / 100);
  });
}

function cellOf(day: number, capacity: number, demands: readonly Demand[]): WorkloadCell {
  const planned = demands.reduce((sum, { minutes }) => sum + minutes, 0);
  const cards = demands
    .map(({ projectId, cardId, milestoneId, minutes, late }) => ({
      projectId,
      cardId,
      milestoneId,
      minutes,
      late,
    }))
    .sort((a, b) => b.minutes - a.minutes || compareText(a.cardId, b.cardId));
  return { weekOn: fromEpochDay(day), capacity, planned, over: Math.max(0, planned - capacity), cards };
}
