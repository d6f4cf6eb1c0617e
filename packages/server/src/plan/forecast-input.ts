import { type ForecastInput, type Plan, SAMPLES } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { finishedDays } from "../forecasts/finished-days.store.ts";
import { endedMilestones } from "../forecasts/outcomes.store.ts";
import { weeksOfWork } from "../forecasts/weeks-of-work.store.ts";
import { sha256 } from "../kit/secret.ts";
import { answersOf } from "./plan-model.ts";
import type { WholePlan } from "./read-plan.ts";
import { workHistory } from "./work-history.ts";

/** Everything that a forecast of this plan rests on. */
export async function forecastInput(scope: Scope, whole: WholePlan): Promise<ForecastInput> {
  const { plan, work } = whole;
  const { outcomes, underWay } = await workHistory(scope, whole);
  const weeks = await weeksOfWork(scope, plan.projectId);
  return {
    plan: withWork(withoutTexts(plan), underWay),
    today: work.today,
    seed: seedOf(plan.projectId),
    samples: SAMPLES,
    history: {
      outcomes: outcomes.map(({ personId, estimate, actual }) => ({ personId, estimate, actual })),
      answerDays: answersOf(whole.rows, work),
      weeks,
      finishedOn: await finishedDays(scope, plan.projectId),
      ended: await endedMilestones(scope),
    },
  };
}

/** What has gone into open cards needs no doing again. */
function withWork(plan: Plan, underWay: ReadonlyMap<string, number>): Plan {
  const cards = plan.cards.map((card) => ({
    ...card,
    doneMinutes: card.doneMinutes + (underWay.get(card.id) ?? 0),
  }));
  return { ...plan, cards };
}

/** A corrected word changes no date: what a forecast does not read takes no part in its hash. */
function withoutTexts(plan: Plan): Plan {
  return {
    ...plan,
    objectives: [],
    contacts: [],
    adjustments: [],
    reviews: { everyDays: null, nextDueOn: null },
    client: plan.client && { ...plan.client, askedForInput: true, inReviews: null },
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
    ...(plan.clientItems ? { clientItems: plan.clientItems.map((one) => ({ ...one, title: "" })) } : {}),
    risks: plan.risks.map((one) => ({ ...one, title: "", response: "" })),
    people: plan.people.map((one) => ({ ...one, name: "" })),
  };
}

/** One seed for the whole life of a project: its dates move with the plan, not with the dice. */
function seedOf(projectId: string): number {
  return Number.parseInt(sha256(projectId).slice(0, 8), 16);
}
