import type {
  CalendarSpec,
  CardPlace,
  PlanCard,
  PlanMilestone,
  Plan as PlanModel,
  Weekday,
} from "@milepost/planning";
import type { Board } from "./board-query.ts";
import { todayIn } from "./dates.ts";
import type { Milestone, Plan } from "./plan-query.ts";

const WEEKDAYS: readonly Weekday[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

/** The plan as planning reads it, so that a date can be tried out in the browser; what no rule here asks for is left empty. */
export function planModel(plan: Plan, board?: Board): PlanModel {
  const milestones = plan.milestones.map(milestoneModel);
  const cards = board ? cardsOf(board) : [];
  const items = new Set([...milestones, ...cards].map(({ id }) => id));
  return {
    projectId: plan.project.id,
    startOn: plan.project.startOn,
    calendar: calendarSpec(plan),
    people: [],
    contacts: [],
    objectives: [],
    milestones,
    cards,
    links: plan.dependencies
      .filter(({ from, to }) => items.has(from.id) && items.has(to.id))
      .map(({ id, from, to, kind, lagDays }) => ({
        id,
        from: from.id,
        to: to.id,
        kind,
        lagDays,
        lagCalendar: "project" as const,
      })),
    risks: [],
    fixedDates: plan.fixedDates.map(({ id, title, onDate }) => ({
      id,
      title,
      on: onDate,
      milestoneId: null,
    })),
    adjustments: [],
    reviews: { everyDays: null, nextDueOn: null },
    client: null,
  };
}

export function calendarSpec({ calendar }: Pick<Plan, "calendar">): CalendarSpec {
  return {
    week: Object.fromEntries(
      WEEKDAYS.map((day, index) => [
        day,
        (calendar.week[index] ?? []).map(([from, to]): [number, number] => [from ?? 0, to ?? 0]),
      ]),
    ),
    daysOff: calendar.holidays.map(({ on, name }) => ({ from: on, to: on, why: name })),
  };
}

function milestoneModel(milestone: Milestone): PlanMilestone {
  const { id, title, outcome, why, state, startOn, targetOn, reachedOn, ownerId, parentId } = milestone;
  return {
    id,
    title,
    outcome,
    why,
    state,
    startOn,
    targetOn,
    reachedOn,
    ownerId,
    parentId,
    objectiveIds: milestone.objectiveIds,
    criteria: [],
    deliverables: [],
    clientApproval: milestone.clientApproval,
    approverIds: [],
    weight: milestone.weight,
    signOffDays: null,
    touchedOn: null,
  };
}

function cardsOf(board: Board): PlanCard[] {
  const places = new Map(board.columns.map(({ id, category }) => [id, category]));
  return board.cards.map((card) => {
    const place: CardPlace = card.doneAt ? "done" : (places.get(card.columnId ?? "") ?? "todo");
    return {
      id: card.id,
      title: card.title,
      milestoneId: card.milestoneId,
      place,
      startOn: card.startOn,
      dueOn: card.dueOn,
      low: card.low,
      likely: card.likely,
      high: card.high,
      assigneeIds: card.people,
      priority: card.priority,
      position: card.position,
      startedOn: dayOf(card.startedAt),
      doneOn: dayOf(card.doneAt),
      doneMinutes: 0,
      blocked: card.blocked,
      touchedOn: null,
    };
  });
}

function dayOf(instant: string | null): string | null {
  return instant === null ? null : todayIn(undefined, new Date(instant));
}
