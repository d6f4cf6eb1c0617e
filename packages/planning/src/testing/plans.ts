import { DEFAULT_WEEK } from "../calendar/calendar.ts";
import type {
  Plan,
  PlanCard,
  PlanClientSide,
  PlanContact,
  PlanLink,
  PlanMilestone,
  PlanObjective,
  PlanPerson,
  PlanRisk,
} from "../plan.ts";

/** A Tuesday. */
export const TODAY = "2026-05-12";

/** Builders: a thing with nothing to complain about, changed where a test says so. */
export function milestone(change: Partial<PlanMilestone> = {}): PlanMilestone {
  return {
    id: "m1",
    title: "Brief agreed",
    outcome: "Both sides have signed the brief",
    why: "Nobody can design without it",
    state: "agreed",
    startOn: "2026-05-11",
    targetOn: "2026-05-22",
    reachedOn: null,
    ownerId: "sam",
    parentId: null,
    objectiveIds: ["o1"],
    criteria: [{ id: "k1", text: "Brief signed by Rosa", answered: false }],
    deliverables: [],
    clientApproval: true,
    approverIds: ["dana"],
    weight: null,
    signOffDays: null,
    touchedOn: TODAY,
    ...change,
  };
}

export function card(change: Partial<PlanCard> = {}): PlanCard {
  return {
    id: "c1",
    title: "Write the brief",
    milestoneId: "m1",
    place: "todo",
    startOn: null,
    dueOn: null,
    low: 240,
    likely: 480,
    high: 960,
    assigneeIds: ["jo"],
    priority: 0,
    position: "a0",
    startedOn: null,
    doneOn: null,
    doneMinutes: 0,
    blocked: false,
    touchedOn: TODAY,
    ...change,
  };
}

export function objective(change: Partial<PlanObjective> = {}): PlanObjective {
  return {
    id: "o1",
    statement: "More orders from the web shop",
    ourReason: "A reference in the food trade",
    clientReason: "The shop pays for the second oven",
    measure: { name: "orders", unit: "per week", baseline: 120, target: 150, current: 120 },
    targetOn: "2026-06-30",
    ...change,
  };
}

export function link(change: Partial<PlanLink> = {}): PlanLink {
  return { id: "l1", from: "m1", to: "m2", kind: "FS", lagDays: 0, lagCalendar: "project", ...change };
}

export function risk(change: Partial<PlanRisk> = {}): PlanRisk {
  return {
    id: "r1",
    title: "Photographer falls ill",
    status: "open",
    ownerId: "sam",
    response: "Ask Mira to stand in",
    chance: 10,
    impactLow: 480,
    impactLikely: 960,
    impactHigh: 2400,
    milestoneIds: ["m1"],
    ...change,
  };
}

export function person(change: Partial<PlanPerson> = {}): PlanPerson {
  return { id: "sam", name: "Sam", calendar: null, percent: 100, ...change };
}

export function contact(change: Partial<PlanContact> = {}): PlanContact {
  return { id: "dana", name: "Dana", role: "approver", ...change };
}

export function client(change: Partial<PlanClientSide> = {}): PlanClientSide {
  return { calendar: null, answerDays: null, askedForInput: true, inReviews: true, ...change };
}

/** Two milestones, one after the other, three cards, one objective: the check finds nothing. */
export function plan(change: Partial<Plan> = {}): Plan {
  return {
    projectId: "p1",
    startOn: "2026-05-11",
    calendar: { week: DEFAULT_WEEK },
    people: [person(), person({ id: "jo", name: "Jo" })],
    contacts: [contact()],
    objectives: [objective()],
    milestones: [
      milestone(),
      milestone({ id: "m2", title: "Design approved", startOn: "2026-05-25", targetOn: "2026-06-12" }),
    ],
    cards: [
      card(),
      card({ id: "c2", title: "Review the brief" }),
      card({ id: "c3", title: "Draw the home page", milestoneId: "m2" }),
      card({ id: "c4", title: "Draw the shop page", milestoneId: "m2" }),
    ],
    links: [link()],
    risks: [risk()],
    fixedDates: [],
    adjustments: [],
    reviews: { everyDays: 7, nextDueOn: "2026-05-15" },
    client: client(),
    ...change,
  };
}
