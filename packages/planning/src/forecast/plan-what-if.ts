import type { Levelled } from "../levelling/level-work.ts";
import { DEFAULT_LEVEL_OPTIONS } from "../levelling/levelled-plan.ts";
import { answerDaysOf } from "../levelling/milestone-time.ts";
import { weekMinutes } from "../levelling/week-minutes.ts";
import { type CivilDate, type DaysOff, isOpenMilestone, type Plan, type PlanPerson } from "../plan.ts";
import type { ForecastInput } from "./plan-forecast.ts";

/** Something that may hold a date. */
export type ReasonFacts =
  /** One thing at a time: the person has other cards to do as well. */
  | { readonly code: "busy"; readonly personId: string; readonly hoursPerWeek: number }
  /** The person has no working time for it at all. */
  | { readonly code: "no_time"; readonly personId: string }
  /** Only a share of the person's time belongs to this project. */
  | { readonly code: "part_time"; readonly personId: string; readonly percent: number }
  | { readonly code: "away"; readonly personId: string; readonly from: CivilDate; readonly to: CivilDate }
  | { readonly code: "follows"; readonly linkId: string; readonly itemId: string }
  | { readonly code: "client"; readonly milestoneId: string; readonly answerDays: number }
  | { readonly code: "window"; readonly milestoneId: string; readonly on: CivilDate }
  /** Nothing but the work itself. */
  | { readonly code: "work" };

interface WhatIf {
  readonly reason: ReasonFacts;
  /** The same without it. */
  readonly without: ForecastInput;
}

/** So many of each kind are tried, those that lie on the way most often. */
const MOST_OF_A_KIND = 4;

/** Every single thing that lies on the way to the milestone, and the plan without it. */
export function withoutReasons(
  input: ForecastInput,
  { network }: Levelled,
  milestoneId: string,
  hits: Int32Array,
  until: CivilDate,
): WhatIf[] {
  const seen = new Map<string, number>();
  for (const [node, { itemId, personId }] of network.nodes.entries()) {
    for (const id of [itemId, personId]) {
      if (id !== null && hits[node]) seen.set(id, (seen.get(id) ?? 0) + (hits[node] ?? 0));
    }
  }
  const most = <T extends { readonly id: string }>(list: readonly T[], idOf = ({ id }: T) => id) =>
    list
      .filter((each) => seen.has(idOf(each)))
      .sort((a, b) => (seen.get(idOf(b)) ?? 0) - (seen.get(idOf(a)) ?? 0) || (a.id < b.id ? -1 : 1))
      .slice(0, MOST_OF_A_KIND);
  const { plan } = input;
  const links = plan.links.filter(({ to }) => seen.has(to));
  return [
    ...most(plan.people).flatMap((person) => withoutPerson(input, person, until)),
    ...most(links, ({ from }) => from).map((link) => withoutLink(input, link.id, link.from)),
    ...most(plan.milestones.filter(isOpenMilestone)).flatMap(({ id }) => withoutAnswer(input, id)),
    ...withoutWindow(input, milestoneId),
  ];
}

function withoutPerson(input: ForecastInput, person: PlanPerson, until: CivilDate): WhatIf[] {
  const { plan, options } = input;
  const { id: personId, percent } = person;
  const hoursPerWeek = Math.round((weekMinutes(person.calendar ?? plan.calendar) * percent) / 600) / 10;
  if (hoursPerWeek === 0) return [withoutIdleness(input, personId)];
  const unlimited = [...(options?.unlimited ?? []), personId];
  const changed = (change: Partial<PlanPerson>) =>
    withPlan(input, { people: swapped(plan, personId, change) });
  return [
    {
      reason: { code: "busy", personId, hoursPerWeek },
      without: { ...input, options: { ...options, unlimited } },
    },
    ...(percent > 0 && percent < 100
      ? [{ reason: { code: "part_time", personId, percent } as const, without: changed({ percent: 100 }) }]
      : []),
    ...ownDaysOff(plan, person, input.today, until).map((off): WhatIf => {
      const calendar = person.calendar && {
        ...person.calendar,
        daysOff: (person.calendar.daysOff ?? []).filter((each) => each !== off),
      };
      return {
        reason: { code: "away", personId, from: off.from, to: off.to },
        without: changed({ calendar }),
      };
    }),
  ];
}

/** As if the person worked the project's usual week. */
function withoutIdleness(input: ForecastInput, personId: string): WhatIf {
  const people = swapped(input.plan, personId, { percent: 100, calendar: null });
  return { reason: { code: "no_time", personId }, without: withPlan(input, { people }) };
}

/** A person's leave until a day, without the holidays that everybody has. */
function ownDaysOff({ calendar }: Plan, person: PlanPerson, from: CivilDate, until: CivilDate): DaysOff[] {
  const holidays = new Set((calendar.daysOff ?? []).map((off) => `${off.from} ${off.to}`));
  return (person.calendar?.daysOff ?? [])
    .filter((off) => off.to >= from && off.from <= until && !holidays.has(`${off.from} ${off.to}`))
    .slice(0, MOST_OF_A_KIND);
}

function withoutLink(input: ForecastInput, linkId: string, itemId: string): WhatIf {
  const links = input.plan.links.filter(({ id }) => id !== linkId);
  return { reason: { code: "follows", linkId, itemId }, without: withPlan(input, { links }) };
}

function withoutAnswer(input: ForecastInput, milestoneId: string): WhatIf[] {
  const { plan } = input;
  const milestone = plan.milestones.find(({ id }) => id === milestoneId);
  const answerDays = milestone
    ? answerDaysOf(plan, milestone, { ...DEFAULT_LEVEL_OPTIONS, ...input.options })
    : 0;
  if (answerDays === 0) return [];
  const milestones = plan.milestones.map((each) =>
    each.id === milestoneId ? { ...each, signOffDays: 0 } : each,
  );
  return [{ reason: { code: "client", milestoneId, answerDays }, without: withPlan(input, { milestones }) }];
}

function withoutWindow(input: ForecastInput, milestoneId: string): WhatIf[] {
  const { plan, today } = input;
  const on = plan.milestones.find(({ id }) => id === milestoneId)?.startOn ?? null;
  if (on === null || on <= today) return [];
  const milestones = plan.milestones.map((each) =>
    each.id === milestoneId ? { ...each, startOn: null } : each,
  );
  return [{ reason: { code: "window", milestoneId, on }, without: withPlan(input, { milestones }) }];
}

function swapped({ people }: Plan, personId: string, change: Partial<PlanPerson>): PlanPerson[] {
  return people.map((person) => (person.id === personId ? { ...person, ...change } : person));
}

function withPlan(input: ForecastInput, change: Partial<Plan>): ForecastInput {
  return { ...input, plan: { ...input.plan, ...change } };
}
