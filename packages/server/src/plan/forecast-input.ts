import {
  actualsOf,
  createCalendar,
  type ForecastInput,
  firstMinuteOf,
  type Plan,
  SAMPLES,
  toEpochDay,
  workedSoFar,
} from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { finishedDays } from "../forecasts/finished-days.store.ts";
import { finishedWork } from "../forecasts/finished-work.store.ts";
import { endedMilestones } from "../forecasts/outcomes.store.ts";
import { weeksOfWork } from "../forecasts/weeks-of-work.store.ts";
import { sha256 } from "../kit/secret.ts";
import type { WholePlan } from "./read-plan.ts";

/** Everything that a forecast of this plan rests on. */
export async function forecastInput(scope: Scope, { plan, work }: WholePlan): Promise<ForecastInput> {
  const calendars = new Map(
    plan.people.map(({ id, calendar }) => [id, calendar === null ? work.calendar : createCalendar(calendar)]),
  );
  const begun = await finishedWork(scope);
  const outcomes = actualsOf(begun, calendars);
  // Up to this morning: a forecast is not another one with every minute.
  const worked = workedSoFar(begun, calendars, firstMinuteOf(toEpochDay(work.today)));
  const weeks = await weeksOfWork(scope, plan.projectId);
  return {
    plan: withWork(withoutTexts(plan), worked),
    today: work.today,
    seed: seedOf(plan.projectId),
    samples: SAMPLES,
    history: {
      outcomes: outcomes.map(({ personId, estimate, actual }) => ({ personId, estimate, actual })),
      answerDays: [],
      weeks,
      finishedOn: await finishedDays(scope, plan.projectId),
      ended: await endedMilestones(scope),
    },
  };
}

/** What has gone into open cards needs no doing again; of somebody's hours, what belongs to this project. */
function withWork(plan: Plan, worked: ReadonlyMap<string, number>): Plan {
  const percents = new Map(plan.people.map(({ id, percent }) => [id, percent]));
  const cards = plan.cards.map((card) => {
    const percent = percents.get(card.assigneeIds[0] ?? "") ?? 0;
    const minutes = Math.floor(((worked.get(card.id) ?? 0) * percent) / 100);
    return { ...card, doneMinutes: card.doneMinutes + minutes };
  });
  return { ...plan, cards };
}

/** A corrected word changes no date: what a forecast does not read takes no part in its hash. */
function withoutTexts(plan: Plan): Plan {
  return {
    ...plan,
    objectives: [],
    contacts: [],
    adjustments: [],
    milestones: plan.milestones.map((one) => ({
      ...one,
      title: "",
      outcome: "",
      why: "",
      criteria: [],
      deliverables: [],
      touchedOn: null,
    })),
    cards: plan.cards.map((one) => ({ ...one, title: "", touchedOn: null })),
    risks: plan.risks.map((one) => ({ ...one, title: "", response: "" })),
    people: plan.people.map((one) => ({ ...one, name: "" })),
  };
}

/** One seed for the whole life of a project: its dates move with the plan, not with the dice. */
function seedOf(projectId: string): number {
  return Number.parseInt(sha256(projectId).slice(0, 8), 16);
}
