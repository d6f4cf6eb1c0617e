import { type Calendar, createCalendar } from "../calendar/calendar.ts";
import { toEpochDay } from "../calendar/civil-date.ts";
import { groupBy } from "../grouping.ts";
import {
  type CivilDate,
  isOpenMilestone,
  type Plan,
  type PlanCard,
  type PlanLink,
  type PlanMilestone,
} from "../plan.ts";
import { createDateGraph, type DateGraph } from "../schedule/date-graph.ts";
import { compareText } from "../schedule/graph.ts";
import { type PlanSchedule, schedulePlan } from "../schedule/plan-schedule.ts";
import type { CheckId, CheckLevel, Finding, Fix, Subject } from "./finding.ts";

/** The limits of the rules; a workspace may set its own. */
export interface CheckSettings {
  /** L8: the longest work window, in working days. */
  readonly maxWindowDays: number;
  /** L8: the longest time between two targets, in calendar days. */
  readonly maxGapDays: number;
  /** L9: the most open milestones. */
  readonly maxOpenMilestones: number;
  /** L9: a card of no more minutes is tiny. */
  readonly tinyCardMinutes: number;
  /** L15: working days to keep free before a fixed date. */
  readonly bufferDays: number;
  /** L12: the cadence that is offered, in days. */
  readonly reviewEveryDays: number;
  /** L2: the window that is offered, in working days. */
  readonly windowDays: number;
  /** L20: working days that one person is given for a milestone. */
  readonly daysPerMilestone: number;
  /** L22: working days that a client takes to answer of whom nothing is known. */
  readonly answerDays: number;
  /** L26: the longest time between two reviews, in days. */
  readonly maxReviewDays: number;
  /** L27: working days without a movement after which progress is stale. */
  readonly staleDays: number;
}

export const DEFAULT_CHECK_SETTINGS: CheckSettings = {
  maxWindowDays: 60,
  maxGapDays: 42,
  maxOpenMilestones: 12,
  tinyCardMinutes: 120,
  bufferDays: 5,
  reviewEveryDays: 7,
  windowDays: 10,
  daysPerMilestone: 5,
  answerDays: 3,
  maxReviewDays: 14,
  staleDays: 10,
};

/** What the rules look things up in; made once per run. Lists are in the order of ids. */
export interface CheckContext {
  readonly plan: Plan;
  readonly today: CivilDate;
  readonly settings: CheckSettings;
  readonly calendar: Calendar;
  readonly graph: DateGraph;
  readonly milestones: ReadonlyMap<string, PlanMilestone>;
  readonly cards: ReadonlyMap<string, PlanCard>;
  /** Milestones that are neither accepted nor dropped. */
  readonly open: readonly PlanMilestone[];
  cardsOf(milestoneId: string): readonly PlanCard[];
  /** Links from or to an item. */
  linksOf(itemId: string): readonly PlanLink[];
  /** Minor milestones, without the dropped ones. */
  minorsOf(milestoneId: string): readonly PlanMilestone[];
  /** The objectives that a milestone serves, itself or through its phase. */
  objectivesOf(milestone: PlanMilestone): readonly string[];
  /** Worked out once, by the first rule that asks. */
  schedule(): PlanSchedule;
}

export function createCheckContext(plan: Plan, today: CivilDate, settings: CheckSettings): CheckContext {
  const sorted = inOrderOfIds(plan);
  const milestones = new Map(sorted.milestones.map((milestone) => [milestone.id, milestone]));
  const cardsOf = groupBy(sorted.cards, ({ milestoneId }) => milestoneId);
  const linksFrom = groupBy(sorted.links, ({ from }) => from);
  const linksTo = groupBy(sorted.links, ({ to }) => to);
  const kept = sorted.milestones.filter(({ state }) => state !== "dropped");
  const minorsOf = groupBy(kept, ({ parentId }) => parentId);
  const known = new Set(sorted.objectives.map(({ id }) => id));
  let schedule: PlanSchedule | null = null;
  return {
    plan: sorted,
    today,
    settings,
    calendar: createCalendar(plan.calendar),
    graph: createDateGraph(sorted),
    milestones,
    cards: new Map(sorted.cards.map((card) => [card.id, card])),
    open: sorted.milestones.filter(isOpenMilestone),
    cardsOf: (milestoneId) => cardsOf.get(milestoneId) ?? [],
    linksOf: (itemId) => [...(linksFrom.get(itemId) ?? []), ...(linksTo.get(itemId) ?? [])],
    minorsOf: (milestoneId) => minorsOf.get(milestoneId) ?? [],
    objectivesOf: ({ objectiveIds, parentId }) => {
      const ofPhase = milestones.get(parentId ?? "")?.objectiveIds ?? [];
      return [...new Set([...objectiveIds, ...ofPhase])].filter((id) => known.has(id));
    },
    schedule: () => {
      schedule ??= schedulePlan(sorted, today);
      return schedule;
    },
  };
}

function inOrderOfIds(plan: Plan): Plan {
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => compareText(a.id, b.id);
  return {
    ...plan,
    people: [...plan.people].sort(byId),
    contacts: [...plan.contacts].sort(byId),
    objectives: [...plan.objectives].sort(byId),
    milestones: [...plan.milestones].sort(byId),
    cards: [...plan.cards].sort(byId),
    links: [...plan.links].sort(byId),
    risks: [...plan.risks].sort(byId),
    fixedDates: [...plan.fixedDates].sort(byId),
    adjustments: [...plan.adjustments].sort(byId),
  };
}

export function found(
  id: CheckId,
  level: CheckLevel,
  subject: Subject,
  why: string,
  more: {
    readonly items?: readonly Subject[];
    readonly blocks?: readonly string[];
    readonly fix?: Fix | null;
  } = {},
): Finding {
  return {
    id,
    level,
    subject,
    why,
    items: more.items ?? [subject],
    blocks: more.blocks ?? [],
    fix: more.fix ?? null,
  };
}

export function ask(subject: Subject, field: string, question: string, choices?: readonly string[]): Fix {
  return { kind: "ask", subject, field, question, ...(choices === undefined ? {} : { choices }) };
}

const MONTHS = "January February March April May June July August September October November December".split(
  " ",
);

/** A date as people say it. @example dayInWords("2026-05-12") // "12 May 2026" */
export function dayInWords(date: CivilDate): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`;
}

/** A count with its noun. @example counted(1, "working day") // "1 working day" */
export function counted(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? "" : "s"}`;
}

/** Is this date one of today or later? */
export function isAhead(date: CivilDate, today: CivilDate): boolean {
  return toEpochDay(date) >= toEpochDay(today);
}
