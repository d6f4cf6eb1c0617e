import {
  type CardPlace,
  type CivilDate,
  daysBetweenReviews,
  isOpenMilestone,
  type Plan,
  type PlanCard,
  type PlanMilestone,
  type PlanRisk,
  usualAnswerDays,
} from "@milepost/planning";
import { civilDate } from "../kit/clock.ts";
import type { MilestoneWithParts } from "../milestones/milestone-parts.store.ts";
import { MilestoneState } from "../milestones/milestones.view.ts";
import type { RiskRow } from "../milestones/risks.store.ts";
import { Risk } from "../milestones/risks.view.ts";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import type { ObjectiveRow } from "../objectives/objectives.store.ts";
import { rhythmOf } from "../projects/review-words.ts";
import type { ClientTime } from "./client-times.store.ts";
import { answerDays, openItems } from "./client-times.ts";
import type { DependencyRow } from "./dependencies.store.ts";
import { clientCalendar, clientDays, timeOfPerson } from "./people-calendars.ts";
import type { PlanCardRow } from "./plan-cards.store.ts";
import type { PlanHead, planFixedDates } from "./plan-head.store.ts";
import type { WorkingPerson } from "./plan-people.store.ts";
import type { ToldMilestone, UntoldChange } from "./told-plan.store.ts";
import { untoldAdjustments } from "./untold.ts";
import type { HolidayRow, WorkTimes } from "./work-times.store.ts";

/** Everything that is stored about one plan, as the database has it. */
export interface PlanRows {
  head: PlanHead;
  objectives: ObjectiveRow[];
  milestones: MilestoneWithParts[];
  cards: PlanCardRow[];
  assignees: Map<string, string[]>;
  dependencies: DependencyRow[];
  risks: RiskRow[];
  fixedDates: Awaited<ReturnType<typeof planFixedDates>>;
  people: WorkingPerson[];
  times: ReadonlyMap<string, WorkTimes>;
  members: ReadonlySet<string>;
  contacts: { id: string; name: string; role: string | null }[];
  clientHolidays: readonly HolidayRow[] | null;
  /** When requests and approvals of this project were on the client's desk. */
  clientTimes: readonly ClientTime[];
  /** The same of all projects of this client: how soon it answers. */
  answerTimes: readonly ClientTime[];
  /** Somebody of the client was asked what they think of this plan. */
  askedForInput: boolean;
  /** What clients read of the milestones today; null while nothing is published. */
  told: ToldMilestone[] | null;
  untold: UntoldChange[];
}

const Places = ["outline", "later", "todo", "doing", "done"] as const satisfies readonly CardPlace[];
const Status = Risk.shape.status;

/**
 * The plan as planning reads it. What lies in the trash, or is hidden from the reader, takes no part and holds nothing;
 * nor does anybody who has left.
 */
export function planModel(rows: PlanRows, work: WorkCalendar): Plan {
  const { spec, zone, today, calendar } = work;
  const milestoneIds = new Set(rows.milestones.map(({ id }) => id));
  const known = (id: string | null) => (id !== null && milestoneIds.has(id) ? id : null);
  const member = (id: string | null) => (id !== null && rows.members.has(id) ? id : null);
  const onProject = new Set(rows.contacts.flatMap(({ id, role }) => (role === null ? [] : [id])));
  return {
    projectId: rows.head.id,
    startOn: rows.head.startOn,
    calendar: spec,
    people: rows.people.map(({ id, name }) => ({
      id,
      name,
      ...timeOfPerson(rows.times.get(id), { projectId: rows.head.id, workspace: spec, today }),
    })),
    contacts: rows.contacts.map(({ id, name, role }) => ({
      id,
      name,
      role: role === "approver" || role === "observer" ? role : null,
    })),
    objectives: rows.objectives.map(objectiveModel),
    milestones: rows.milestones.map((row) => {
      const model = milestoneModel(row, zone, known);
      const approverIds = model.approverIds.filter((id) => rows.members.has(id) || onProject.has(id));
      return { ...model, ownerId: member(row.ownerId), approverIds };
    }),
    cards: rows.cards.map((row) => {
      const assigneeIds = (rows.assignees.get(row.id) ?? []).filter((id) => rows.members.has(id));
      return cardModel(row, assigneeIds, known);
    }),
    links: linksAmong(rows),
    risks: rows.risks.map((row) => ({
      ...riskModel(row, calendar.minutesPerDay),
      ownerId: member(row.ownerId),
    })),
    fixedDates: rows.fixedDates.map(({ id, title, onDate }) => ({
      id,
      title,
      on: onDate,
      milestoneId: null,
    })),
    adjustments: untoldAdjustments(rows.milestones, rows.told, rows.untold),
    reviews: reviewsModel(rows, today),
    client:
      rows.head.clientId === null
        ? null
        : {
            calendar: clientCalendar(rows.clientHolidays, spec),
            answerDays: rows.head.clientAnswerDays ?? usualAnswerDays(answersOf(rows, work)),
            askedForInput: rows.askedForInput,
            // Without reviews there is no seat to miss.
            inReviews: rhythmOf(rows.head) === null ? null : rows.head.clientInReviews,
          },
    ...openForClient(rows, known, zone),
  };
}

function reviewsModel({ head, milestones }: PlanRows, today: CivilDate): Plan["reviews"] {
  const rhythm = rhythmOf(head);
  if (rhythm === null) return { everyDays: null, nextDueOn: null };
  const ahead = milestones.flatMap(({ state, targetOn }) =>
    targetOn !== null && isOpenMilestone({ state: MilestoneState.parse(state) }) ? [targetOn] : [],
  );
  return { everyDays: daysBetweenReviews(rhythm, ahead, today), nextDueOn: head.reviewDueOn };
}

/** Working days of its own that this client took to answer, on all its projects. */
export function answersOf(
  { answerTimes, clientHolidays, head }: Pick<PlanRows, "answerTimes" | "clientHolidays" | "head">,
  work: Pick<WorkCalendar, "spec" | "zone" | "calendar">,
): number[] {
  const { calendar, zone } = clientDays({ holidays: clientHolidays, zone: head.clientZone }, work);
  return answerDays(answerTimes, calendar, zone);
}

function openForClient(
  { clientTimes }: PlanRows,
  known: (id: string | null) => string | null,
  zone: string,
): Pick<Plan, "clientItems"> {
  const items = openItems(clientTimes, zone).flatMap(({ projectId: _, ...item }) =>
    known(item.milestoneId) === null ? [] : [item],
  );
  return items.length === 0 ? {} : { clientItems: items };
}

function objectiveModel({ measure, unit, baseline, target, current, ...row }: ObjectiveRow) {
  return {
    id: row.id,
    statement: row.statement,
    ourReason: row.ourReason,
    clientReason: row.clientReason,
    measure: measure.trim() === "" ? null : { name: measure, unit, baseline, target, current },
    targetOn: row.targetOn,
  };
}

/** The register counts in days, planning in minutes of the usual working day. */
function riskModel(row: RiskRow, minutesPerDay: number): PlanRisk {
  return {
    id: row.id,
    title: row.title,
    status: Status.parse(row.status),
    ownerId: row.ownerId,
    response: row.response,
    chance: row.chance,
    impactLow: row.impactLow * minutesPerDay,
    impactLikely: row.impactLikely * minutesPerDay,
    impactHigh: row.impactHigh * minutesPerDay,
    milestoneIds: row.milestones.map(({ id }) => id),
  };
}

export function milestoneModel(
  row: MilestoneWithParts,
  zone: string,
  known: (id: string | null) => string | null,
): PlanMilestone {
  return {
    id: row.id,
    title: row.title,
    outcome: row.outcome,
    why: row.why,
    state: MilestoneState.parse(row.state),
    startOn: row.startOn,
    targetOn: row.targetOn,
    reachedOn: row.reachedOn,
    ownerId: row.ownerId,
    parentId: known(row.parentId),
    objectiveIds: row.objectiveIds,
    criteria: row.criteria.map(({ id, text, answer }) => ({ id, text, answered: answer !== null })),
    deliverables: row.deliverables.map(({ id, title, required, deliveredAt }) => ({
      id,
      title,
      needed: required,
      present: deliveredAt !== null,
    })),
    clientApproval: row.clientApproval,
    approverIds: row.roles.filter(({ role }) => role === "approver").map(({ personId }) => personId),
    weight: row.weight,
    signOffDays: null,
    touchedOn: touchedOn(row, zone),
  };
}

function touchedOn({ createdAt, lastEventAt, lastCommentAt }: MilestoneWithParts, zone: string): CivilDate {
  const last = Math.max(createdAt.getTime(), lastEventAt?.getTime() ?? 0, lastCommentAt?.getTime() ?? 0);
  return civilDate(new Date(last), zone);
}

function cardModel(
  row: PlanCardRow,
  assigneeIds: readonly string[],
  known: (id: string | null) => string | null,
): PlanCard {
  return {
    id: row.id,
    title: row.title,
    milestoneId: known(row.milestoneId),
    place: placeOf(row),
    startOn: row.startOn,
    dueOn: row.dueOn,
    low: row.low,
    likely: row.likely,
    high: row.high,
    assigneeIds,
    priority: row.priority,
    position: row.position,
    startedOn: row.startedOn,
    doneOn: row.doneOn,
    doneMinutes: 0,
    blocked: row.blocked,
    touchedOn: row.touchedOn,
  };
}

/** What is done counts as done even when its column is long gone. */
export function placeOf({
  place,
  category,
  doneAt,
}: Pick<PlanCardRow, "place" | "category" | "doneAt">): CardPlace {
  if (doneAt !== null) return "done";
  return Places.find((known) => known === (place === "board" ? category : place)) ?? "todo";
}

/** Links whose both ends take part. */
function linksAmong({ dependencies, milestones, cards }: PlanRows): Plan["links"] {
  const items = new Set([...milestones, ...cards].map(({ id }) => id));
  return dependencies.flatMap(({ id, kind, lagDays, ...ends }) => {
    const from = ends.fromMilestoneId ?? ends.fromCardId ?? "";
    const to = ends.toMilestoneId ?? ends.toCardId ?? "";
    if (!items.has(from) || !items.has(to)) return [];
    return [{ id, from, to, kind: linkKind(kind), lagDays, lagCalendar: "project" as const }];
  });
}

export function linkKind(stored: string): "FS" | "SS" | "FF" | "SF" {
  return stored === "SS" || stored === "FF" || stored === "SF" ? stored : "FS";
}
