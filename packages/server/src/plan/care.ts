import { careOfPlan, type PlanCard, type PlanMilestone } from "@milepost/planning";
import {
  type CareItemView,
  COUNTERS,
  type CounterName,
  type CountersView,
  presentCounters,
} from "./care.view.ts";
import { itemsOf } from "./dependency-presenter.ts";
import type { WholePlan } from "./read-plan.ts";

/** What each counter of a plan counts. */
export function countersOf({ plan, work }: WholePlan): CountersView {
  const lists = careOfPlan(plan, work);
  return presentCounters((counter) => lists[counter].length);
}

/** The things behind one counter, in the order of the plan. */
export function careList({ rows, plan, work }: WholePlan, counter: CounterName): CareItemView[] {
  const ids = careOfPlan(plan, work)[COUNTERS[counter]];
  const items = itemsOf(rows, rows.head.key);
  const milestones = new Map(plan.milestones.map((milestone) => [milestone.id, milestone]));
  const cards = new Map(plan.cards.map((card) => [card.id, card]));
  return ids.flatMap((id): CareItemView[] => {
    const item = items.get(id);
    const milestone = milestones.get(id);
    const card = cards.get(id);
    if (!item) return [];
    if (milestone) return [{ ...item, ...milestoneFacts(milestone) }];
    return card ? [{ ...item, ...cardFacts(card, milestones) }] : [];
  });
}

function milestoneFacts({ targetOn, parentId, ownerId, touchedOn }: PlanMilestone) {
  const people = ownerId === null ? [] : [ownerId];
  return { dueOn: targetOn, milestoneId: parentId, people, blocked: false, touchedOn };
}

function cardFacts(card: PlanCard, milestones: ReadonlyMap<string, PlanMilestone>) {
  const { milestoneId, dueOn, assigneeIds, blocked, touchedOn } = card;
  const target = milestones.get(milestoneId ?? "")?.targetOn ?? null;
  return { dueOn: dueOn ?? target, milestoneId, people: [...assigneeIds], blocked, touchedOn };
}
