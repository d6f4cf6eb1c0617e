import { isOpenCard } from "../care.ts";
import { weekMinutes } from "../levelling/week-minutes.ts";
import type { Plan, PlanCard } from "../plan.ts";
import { compareText } from "../schedule/graph.ts";
import { chanceWith, type Wish } from "./plan-wish.ts";
import { smallestEnough } from "./smallest.ts";

/** More hours a week of one person. */
export interface CapacityWay {
  readonly personId: string;
  /** Whole hours a week on top of what the project has of the person. */
  readonly hoursPerWeek: number;
  /** More than the person's own week holds: overtime, or somebody who helps. */
  readonly beyondOwnWeek: boolean;
  readonly chance: number;
}

/** Cards of one person that somebody else does instead. */
export interface ReassignWay {
  readonly fromId: string;
  readonly toId: string;
  readonly cardIds: readonly string[];
  readonly chance: number;
}

const MOST_PEOPLE = 3;
const MOST_HOURS = 40;

/** The fewest hours of one person with which the wish holds; of equal ones, of whom it helps most. */
export function moreCapacity(wish: Wish, onTheWay: readonly string[]): CapacityWay | null {
  const ways = onTheWay.slice(0, MOST_PEOPLE).flatMap((personId): CapacityWay[] => {
    const person = wish.input.plan.people.find(({ id }) => id === personId);
    const week = weekMinutes(person?.calendar ?? wish.input.plan.calendar) / 60;
    if (person === undefined || week === 0) return [];
    const percentWith = (hours: number) => person.percent + (hours / week) * 100;
    const chanceOf = (hours: number) => {
      const people = wish.input.plan.people.map((each) =>
        each === person ? { ...person, percent: percentWith(hours) } : each,
      );
      return chanceWith(wish, { people });
    };
    const hoursPerWeek = smallestEnough(1, MOST_HOURS, (hours) => chanceOf(hours) >= wish.share);
    if (hoursPerWeek === null) return [];
    const beyondOwnWeek = percentWith(hoursPerWeek) > 100;
    return [{ personId, hoursPerWeek, beyondOwnWeek, chance: chanceOf(hoursPerWeek) }];
  });
  return ways.sort((a, b) => a.hoursPerWeek - b.hoursPerWeek || b.chance - a.chance)[0] ?? null;
}

/** The fewest cards of the one who lies on the way most, given to one other person, with which the wish holds. */
export function reassignment(wish: Wish, [fromId]: readonly string[]): ReassignWay | null {
  if (fromId === undefined) return null;
  const { plan } = wish.input;
  const cards = lastFirst(plan, wish.milestoneId, fromId);
  const ways = plan.people
    .filter(({ id, percent }) => id !== fromId && percent > 0)
    .flatMap(({ id: toId }): ReassignWay[] => {
      const chanceOf = (n: number) =>
        chanceWith(wish, { cards: handedOver(plan, cards.slice(0, n), fromId, toId) });
      const n = smallestEnough(1, cards.length, (count) => chanceOf(count) >= wish.share);
      if (n === null) return [];
      return [{ fromId, toId, cardIds: cards.slice(0, n).map(({ id }) => id), chance: chanceOf(n) }];
    });
  return (
    ways.sort(
      (a, b) => a.cardIds.length - b.cardIds.length || b.chance - a.chance || compareText(a.toId, b.toId),
    )[0] ?? null
  );
}

/** Cards of this milestone that have not been begun, those first that come last. */
function lastFirst(plan: Plan, milestoneId: string, personId: string): PlanCard[] {
  return plan.cards
    .filter(
      (card) =>
        isOpenCard(card) &&
        card.place !== "doing" &&
        card.milestoneId === milestoneId &&
        card.assigneeIds.includes(personId),
    )
    .sort(
      (a, b) => a.priority - b.priority || compareText(b.position, a.position) || compareText(b.id, a.id),
    );
}

function handedOver(plan: Plan, cards: readonly PlanCard[], fromId: string, toId: string): PlanCard[] {
  const handed = new Set(cards);
  return plan.cards.map((card) =>
    handed.has(card)
      ? { ...card, assigneeIds: [...new Set(card.assigneeIds.map((id) => (id === fromId ? toId : id)))] }
      : card,
  );
}
