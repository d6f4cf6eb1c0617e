import { createCalendar } from "../calendar/calendar.ts";
import { toEpochDay } from "../calendar/civil-date.ts";
import type { CivilDate, Plan, PlanCard, PlanMilestone, PlanObjective } from "../plan.ts";
import { type PlanChecklist, proceduresOf, type TemplateProcedures } from "./procedures-of-plan.ts";
import { rolesOf, type TemplateRoles } from "./roles-of-plan.ts";
import type {
  PlanRequest,
  Template,
  TemplateActivity,
  TemplateMilestone,
  TemplateObjective,
} from "./template.ts";

/** What the plan does not know of itself. */
export interface TemplateWords {
  readonly name: string;
  readonly trade: string;
  readonly summary: string;
  readonly outcome: string;
  /** What somebody is called as a placeholder, by id of the person ("Designer"); without one they become "Team member 1". */
  readonly roleNames?: Readonly<Record<string, string>>;
  /** A card's checklist, by id of the card. */
  readonly checklists?: Readonly<Record<string, PlanChecklist>>;
  /** What the client's part in a milestone is, by id of the milestone. */
  readonly clientParts?: Readonly<Record<string, string>>;
  /** What the client is asked for, by id of the milestone. */
  readonly requests?: Readonly<Record<string, readonly PlanRequest[]>>;
  /** When milestones were really worked on, by id: their windows are made of these instead of the planned ones. */
  readonly actual?: Readonly<
    Record<string, { readonly startOn: CivilDate | null; readonly reachedOn: CivilDate }>
  >;
}

/**
 * A template of a plan: the same parts in the same order, dates as working days from the plan's first one, people as roles.
 *
 * A start or target on a free day counts as the working day that the window really begins or ends on. Dropped milestones are left out;
 * so are states, answers, risks and everything that happened, but for the windows where `actual` says what they really were. Applied on the same calendar from the same first day it gives the same dates.
 * @example templateOf(plan, { name: "Website", trade: "Web", summary: "", outcome: "" }).milestones[0]?.startDay // 0
 */
export function templateOf(planned: Plan, words: TemplateWords): Template {
  const plan = {
    ...planned,
    milestones: planned.milestones.map((each) => asItWas(each, words.actual?.[each.id])),
  };
  const milestones = plan.milestones.filter(({ state }) => state !== "dropped");
  const keys = new Map(milestones.map(({ id }, n) => [id, `milestone-${n + 1}`]));
  const objectiveKeys = new Map(plan.objectives.map(({ id }, n) => [id, `objective-${n + 1}`]));
  const roles = rolesOf(plan, milestones, words.roleNames ?? {});
  const dayOf = dayCounter(plan, milestones);
  const { clientParts = {}, requests = {} } = words;
  const procedures = proceduresOf(plan, new Set(keys.keys()), words.checklists ?? {});
  return {
    name: words.name,
    trade: words.trade,
    summary: words.summary,
    outcome: words.outcome,
    roles: roles.list,
    objectives: plan.objectives.map((each) => objectiveOf(each, objectiveKeys.get(each.id) ?? "", dayOf)),
    milestones: milestones.map((each) => {
      const activities = plan.cards
        .filter(({ milestoneId, place }) => milestoneId === each.id && place !== "later")
        .map((card) => activityOf(card, roles, procedures));
      return {
        ...milestoneOf(each, roles, dayOf),
        ...keysOf(each, keys, objectiveKeys),
        clientPart: clientParts[each.id] ?? "",
        activities,
        ...asked(requests[each.id], roles),
      };
    }),
    procedures: procedures.list,
    links: plan.links.flatMap(({ from, to, kind, lagDays }) => {
      const [first, second] = [keys.get(from), keys.get(to)];
      return first === undefined || second === undefined ? [] : [{ from: first, to: second, kind, lagDays }];
    }),
    fixedDate: fixedDateOf(plan, milestones, keys),
  };
}

/** It began no later than it was reached. */
function asItWas(
  milestone: PlanMilestone,
  actual: { startOn: CivilDate | null; reachedOn: CivilDate } | undefined,
): PlanMilestone {
  if (actual === undefined) return milestone;
  const begun = actual.startOn ?? milestone.startOn;
  const startOn = begun !== null && begun > actual.reachedOn ? actual.reachedOn : begun;
  return { ...milestone, startOn, targetOn: actual.reachedOn };
}

function asked(
  requests: readonly PlanRequest[] | undefined,
  roles: TemplateRoles,
): Pick<TemplateMilestone, "requests"> {
  if (requests === undefined) return {};
  return {
    requests: requests.map(({ contactId, ...request }) => ({
      ...request,
      roleKey: contactId === null ? null : (roles.keyOf(contactId) ?? roles.clientKey),
    })),
  };
}

interface DayCounter {
  start(date: CivilDate | null): number | null;
  target(date: CivilDate | null): number | null;
}

function dayCounter(plan: Plan, milestones: readonly PlanMilestone[]): DayCounter {
  const { days } = createCalendar(plan.calendar);
  const dates = milestones.flatMap(({ startOn, targetOn }) => startOn ?? targetOn ?? []);
  const first = dates.reduce((a, b) => (b < a ? b : a), dates[0] ?? "1970-01-01");
  const zero = days.worked(toEpochDay(first));
  return {
    start: (date) => (date === null ? null : days.worked(toEpochDay(date)) - zero),
    target: (date) => (date === null ? null : Math.max(0, days.worked(toEpochDay(date) + 1) - 1 - zero)),
  };
}

function keysOf(
  { id, objectiveIds }: PlanMilestone,
  keys: ReadonlyMap<string, string>,
  objectiveKeys: ReadonlyMap<string, string>,
) {
  return {
    key: keys.get(id) ?? "",
    objectiveKeys: objectiveIds.flatMap((objective) => objectiveKeys.get(objective) ?? []),
  };
}

function milestoneOf(
  milestone: PlanMilestone,
  roles: TemplateRoles,
  dayOf: DayCounter,
): Omit<TemplateMilestone, "key" | "objectiveKeys" | "clientPart" | "activities"> {
  const { title, outcome, why, ownerId, clientApproval, approverIds, criteria, deliverables } = milestone;
  const targetDay = dayOf.target(milestone.targetOn);
  const startDay = dayOf.start(milestone.startOn);
  const approver = approverIds.map(roles.keyOf).find((key) => key !== null);
  return {
    title,
    outcome,
    why,
    startDay: startDay === null || targetDay === null ? startDay : Math.min(startDay, targetDay),
    targetDay,
    ownerRole: ownerId === null ? null : roles.keyOf(ownerId),
    approverRole: clientApproval ? (approver ?? roles.clientKey) : null,
    criteria: criteria.map(({ text }) => text),
    deliverables: deliverables.map((deliverable) => deliverable.title),
  };
}

function objectiveOf(objective: PlanObjective, key: string, dayOf: DayCounter): TemplateObjective {
  const { statement, ourReason, clientReason, measure, targetOn } = objective;
  return {
    key,
    statement,
    ourReason,
    clientReason,
    measure: measure && {
      name: measure.name,
      unit: measure.unit,
      baseline: measure.baseline,
      target: measure.target,
    },
    targetDay: dayOf.target(targetOn),
  };
}

function activityOf(
  { id, title, low, likely, high, assigneeIds }: PlanCard,
  roles: TemplateRoles,
  procedures: TemplateProcedures,
): TemplateActivity {
  const [first] = assigneeIds;
  return {
    title,
    low,
    likely,
    high,
    roleKey: first === undefined ? null : roles.keyOf(first),
    procedureKey: procedures.keyOf(id),
  };
}

/** A fixed date counts where a milestone is to be reached on it. */
function fixedDateOf(
  plan: Plan,
  milestones: readonly PlanMilestone[],
  keys: ReadonlyMap<string, string>,
): Template["fixedDate"] {
  for (const { title, on, milestoneId } of plan.fixedDates) {
    const held = milestones.find(({ id, targetOn }) => id === milestoneId || targetOn === on);
    const milestoneKey = held && keys.get(held.id);
    if (milestoneKey !== undefined) return { title, milestoneKey };
  }
  return null;
}
