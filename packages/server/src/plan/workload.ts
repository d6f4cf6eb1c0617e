import {
  addDays,
  createCalendar,
  daysBetween,
  type PlanPerson,
  toEpochDay,
  weekdayOf,
  workingMinutesBetween,
  workload,
} from "@milepost/planning";
import { isManager } from "../access/policy.ts";
import type { Scope } from "../access/scope.ts";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import { listMembers, type MemberRow } from "../people/members.store.ts";
import { projectRole } from "../projects/project-access.store.ts";
import { listProjects, type ProjectRow } from "../projects/projects.store.ts";
import { type CalendarWish, timeOfPerson } from "./people-calendars.ts";
import { readPlan, type SharedByPlans, sharedByPlans, type WholePlan } from "./read-plan.ts";
import type { WorkTimes } from "./work-times.store.ts";
import { runningProjects } from "./workload.store.ts";
import type { WorkloadView } from "./workload.view.ts";

export interface WorkloadWish {
  /** Any day of the first week; earlier than today shows this week. */
  from: string | undefined;
  weeks: number;
}

interface Person {
  member: MemberRow;
  /** What is left for all projects together. */
  time: PlanPerson;
  /** The same without leave and holidays. */
  usual: PlanPerson;
}

/** Can we carry what we promised? People by weeks, over every running project. */
export async function readWorkload(scope: Scope, { from, weeks }: WorkloadWish): Promise<WorkloadView> {
  const shared = await sharedByPlans(scope);
  const { work } = shared;
  const seen = new Map((await listProjects(scope, { archived: false })).map((row) => [row.id, row]));
  const plans = await plansOf(scope, seen, shared);
  const people = await peopleOf(scope, shared);
  const first = from !== undefined && from > work.today ? from : work.today;
  const skipped = Math.floor(daysBetween(mondayOf(work.today), first) / 7);
  const levelled = workload(
    plans.map(({ plan }) => plan),
    people.map(({ time }) => time),
    work.today,
    skipped + weeks,
  );
  const shown = levelled.people.map(({ cells }, i) =>
    presentPerson(people[i], cells.slice(skipped), seen, work),
  );
  const named = new Set(
    shown.flatMap(({ cells }) => cells.flatMap(({ cards }) => cards.map(({ cardId }) => cardId))),
  );
  return {
    today: work.today,
    weeks: levelled.weeks.slice(skipped),
    people: shown,
    projects: projectsOf(scope, plans, seen),
    cards: plans.flatMap((whole) => cardsOf(whole, named)),
    notCounted: levelled.cycles.flatMap((id) => seen.get(id)?.name ?? []),
  };
}

/** Guests are told of themselves and of projects that carry them; for everybody else all work counts, seen or not. */
async function plansOf(
  scope: Scope,
  seen: ReadonlyMap<string, ProjectRow>,
  shared: SharedByPlans,
): Promise<WholePlan[]> {
  const running = await runningProjects(scope);
  const counted = scope.actor.role === "guest" ? running.filter(({ id }) => seen.has(id)) : running;
  const plans: WholePlan[] = [];
  for (const { id } of counted) plans.push(await readPlan(scope, id, shared));
  return plans;
}

async function peopleOf(scope: Scope, { work: { spec, today }, times }: SharedByPlans): Promise<Person[]> {
  const { actor } = scope;
  const members = await listMembers(scope, actor.role === "guest" ? actor.personId : undefined);
  const wish: CalendarWish = { projectId: null, workspace: spec, today };
  const never: CalendarWish = { ...wish, workspace: { ...spec, daysOff: [] } };
  return members.map((member) => {
    const own = times.get(member.personId);
    const person = (of: WorkTimes | undefined, on: CalendarWish): PlanPerson => {
      const { calendar, percent } = timeOfPerson(of, on);
      return { id: member.personId, name: member.name, calendar: calendar ?? on.workspace, percent };
    };
    const usual = own && { ...own, daysOff: [], holidays: null };
    return { member, time: person(own, wish), usual: person(usual, never) };
  });
}

type Cells = ReturnType<typeof workload>["people"][number]["cells"];

function presentPerson(
  person: Person | undefined,
  cells: Cells,
  seen: ReadonlyMap<string, unknown>,
  { today }: WorkCalendar,
): WorkloadView["people"][number] {
  const usual = minutesIn(person?.usual);
  return {
    id: person?.member.personId ?? "",
    name: person?.member.name ?? "",
    cells: cells.map(({ weekOn, capacity, planned, over, cards }) => {
      const own = cards.filter(({ projectId }) => seen.has(projectId));
      const shown = own.reduce((sum, { minutes }) => sum + minutes, 0);
      const start = weekOn < today ? today : weekOn;
      return {
        weekOn,
        capacity,
        planned,
        over,
        away: Math.max(0, usual(start, addDays(weekOn, 6)) - capacity),
        otherWork: planned - shown,
        cards: own.map(({ cardId, minutes, late }) => ({ cardId, minutes, late })),
      };
    }),
  };
}

function minutesIn(person: PlanPerson | undefined): (from: string, to: string) => number {
  if (!person?.calendar) return () => 0;
  const calendar = createCalendar(person.calendar);
  const { percent } = person;
  return (from, to) => Math.floor((workingMinutesBetween(calendar, from, to) * percent) / 100);
}

function projectsOf(
  { actor }: Scope,
  plans: readonly WholePlan[],
  seen: ReadonlyMap<string, ProjectRow>,
): WorkloadView["projects"] {
  return plans.flatMap(({ plan }) => {
    const row = seen.get(plan.projectId);
    if (!row) return [];
    const { id, key, name, leadId, myRole } = row;
    const role = projectRole(actor, { leadId, role: myRole });
    return [{ id, key, name, manages: isManager(actor, { project: { id, role, seesMoney: false } }) }];
  });
}

/** The cards that somebody is shown, with where they belong. */
function cardsOf({ rows, plan }: WholePlan, named: ReadonlySet<string>): WorkloadView["cards"] {
  const { key } = rows.head;
  const numbers = new Map([...rows.milestones, ...rows.cards].map(({ id, number }) => [id, number]));
  const milestones = new Map(plan.milestones.map((milestone) => [milestone.id, milestone]));
  return plan.cards
    .filter(({ id }) => named.has(id))
    .map(({ id, title, milestoneId, place, assigneeIds }) => {
      const milestone = milestones.get(milestoneId ?? "");
      return {
        id,
        ref: `${key}-${numbers.get(id)}`,
        title,
        projectId: plan.projectId,
        milestone: milestone
          ? { id: milestone.id, ref: `${key}-M${numbers.get(milestone.id)}`, title: milestone.title }
          : null,
        targetOn: milestone?.targetOn ?? null,
        place,
        assigneeIds: [...assigneeIds],
      };
    });
}

function mondayOf(day: string): string {
  return addDays(day, -weekdayOf(toEpochDay(day)));
}
