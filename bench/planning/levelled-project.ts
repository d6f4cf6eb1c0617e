import {
  addDays,
  DEFAULT_WEEK,
  type Plan,
  type PlanCard,
  type PlanMilestone,
  type PlanPerson,
} from "@milepost/planning";

const START = "2026-05-01";
const CARDS_A_MILESTONE = 20;

/** Twenty cards a milestone, two of three linked to the one before; everybody has leave in June, half of them work part-time. */
export function levelledProject(cards: number, people: number): Plan {
  const milestones = Array.from({ length: cards / CARDS_A_MILESTONE }, (_, i) => milestoneAt(i));
  const all = Array.from({ length: cards }, (_, i) => cardAt(i, milestones.length, people));
  return {
    projectId: "p1",
    startOn: null,
    calendar: { week: DEFAULT_WEEK },
    people: Array.from({ length: people }, (_, i) => personAt(i)),
    contacts: [],
    objectives: [],
    milestones,
    cards: all,
    links: all
      .slice(1)
      .flatMap(({ id }, i) =>
        i % 3 === 0
          ? []
          : [{ id: `l${i}`, from: `c${i}`, to: id, kind: "FS", lagDays: 0, lagCalendar: "project" } as const],
      ),
    risks: [],
    fixedDates: [],
    adjustments: [],
    reviews: { everyDays: null, nextDueOn: null },
    client: { calendar: null, answerDays: 2, askedForInput: true, inReviews: true },
  };
}

function personAt(i: number): PlanPerson {
  const leave = { from: "2026-06-01", to: `2026-06-${10 + (i % 10)}` };
  return {
    id: `p${i}`,
    name: `p${i}`,
    calendar: { week: DEFAULT_WEEK, daysOff: [leave] },
    percent: i % 2 === 0 ? 100 : 60,
  };
}

function milestoneAt(i: number): PlanMilestone {
  const startOn = addDays(START, (i % 40) * 7);
  return {
    id: `m${i}`,
    title: `Part ${i} approved`,
    outcome: "",
    why: "",
    state: "agreed",
    startOn,
    targetOn: addDays(startOn, 25),
    reachedOn: null,
    ownerId: null,
    parentId: null,
    objectiveIds: [],
    criteria: [],
    deliverables: [],
    clientApproval: true,
    approverIds: [],
    weight: null,
    signOffDays: null,
    touchedOn: null,
  };
}

function cardAt(i: number, milestones: number, people: number): PlanCard {
  return {
    id: `c${i}`,
    title: `Write chapter ${i}`,
    milestoneId: `m${i % milestones}`,
    place: "todo",
    startOn: null,
    dueOn: null,
    low: i % 2 === 0 ? 60 : null,
    likely: 60 + (i % 7) * 60,
    high: i % 2 === 0 ? 900 : null,
    assigneeIds: [`p${(i * 7) % people}`],
    priority: i % 4,
    position: `a${i % 50}`,
    startedOn: null,
    doneOn: null,
    doneMinutes: 0,
    blocked: false,
    touchedOn: null,
  };
}
