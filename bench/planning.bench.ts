import type { CalendarSpec, LinkKind, Plan, PlanCard, PlanLink, PlanMilestone } from "@milepost/planning";
import { checkPlan, DEFAULT_WEEK, schedulePlan } from "@milepost/planning";
import { calibrate, timedRow } from "./calibration.ts";
import { forecastRows } from "./planning/forecast-rows.ts";
import { levellingRows } from "./planning/levelling-rows.ts";
import { rcpspRows } from "./planning/rcpsp-rows.ts";
import { scheduleRows } from "./planning/schedule-rows.ts";
import { trackingRows } from "./planning/tracking-rows.ts";
import type { Row } from "./row.ts";

const TODAY = "2026-05-12";

/** Times the planning room in this process, against draws of the random generator in the same process. */
export async function planningRows(): Promise<Row[]> {
  const drawsPerMs = calibrate();
  const plan = planOf(1000);
  const row = (name: string, work: () => unknown) => timedRow(name, drawsPerMs, work);
  return [
    { name: "calibration loop, xoshiro128** draws", value: drawsPerMs * 1000, unit: "1/s" },
    row("critical path of 1,000 milestones and cards", () => schedulePlan(plan, TODAY)),
    row("plan check of 1,000 milestones and cards", () => checkPlan(plan, TODAY)),
    ...levellingRows(drawsPerMs),
    ...scheduleRows(drawsPerMs),
    ...rcpspRows(drawsPerMs),
    ...trackingRows(drawsPerMs),
    ...forecastRows(drawsPerMs),
  ];
}

/** Every tenth item a milestone, each linked to the one before and each card to the card before; four people with leave. */
function planOf(size: number): Plan {
  const milestones = Array.from({ length: size / 10 }, (_, i) => milestoneAt(i));
  const cards = Array.from({ length: size - milestones.length }, (_, i) => cardAt(i, milestones.length));
  const kinds: LinkKind[] = ["FS", "FS", "FS", "SS", "FF"];
  const link = (id: string, from: string, to: string, i: number): PlanLink => ({
    id,
    from,
    to,
    kind: kinds[i % kinds.length] ?? "FS",
    lagDays: i % 3,
    lagCalendar: "project",
  });
  return {
    projectId: "p1",
    startOn: "2026-01-01",
    calendar: { week: DEFAULT_WEEK, daysOff: holidays() },
    people: ["p0", "p1", "p2", "p3"].map((id, i) => ({
      id,
      name: id,
      calendar: calendarOf(i),
      percent: 100,
    })),
    contacts: [{ id: "dana", name: "Dana", role: "approver" }],
    objectives: [
      {
        id: "o1",
        statement: "More orders from the web shop",
        ourReason: "Reference",
        clientReason: "Growth",
        measure: { name: "orders", unit: "a week", baseline: 120, target: 150, current: 120 },
        targetOn: "2028-06-30",
      },
    ],
    milestones,
    cards,
    links: [
      ...milestones.slice(1).map((to, i) => link(`lm${i}`, `m${i}`, to.id, i)),
      ...cards.slice(milestones.length).map((to, i) => link(`lc${i}`, `c${i}`, to.id, i)),
    ],
    risks: [],
    fixedDates: [],
    adjustments: [],
    reviews: { everyDays: 7, nextDueOn: "2026-05-15" },
    client: { calendar: null, answerDays: null, askedForInput: true, inReviews: true },
  };
}

function milestoneAt(i: number): PlanMilestone {
  const month = String(1 + (i % 12)).padStart(2, "0");
  const year = 2026 + Math.floor(i / 12);
  return {
    id: `m${i}`,
    title: `Part ${i} approved`,
    outcome: "Everybody has seen it",
    why: "The next part builds on it",
    state: "agreed",
    startOn: `${year}-${month}-02`,
    targetOn: `${year}-${month}-20`,
    reachedOn: null,
    ownerId: `p${i % 4}`,
    parentId: null,
    objectiveIds: ["o1"],
    criteria: [{ id: `k${i}`, text: "Signed", answered: false }],
    deliverables: [],
    clientApproval: true,
    approverIds: ["dana"],
    weight: null,
    signOffDays: null,
    touchedOn: TODAY,
  };
}

function cardAt(i: number, milestones: number): PlanCard {
  return {
    id: `c${i}`,
    title: `Write chapter ${i}`,
    milestoneId: `m${i % milestones}`,
    place: "todo",
    startOn: null,
    dueOn: null,
    low: 60,
    likely: 120 + (i % 7) * 60,
    high: 960,
    assigneeIds: [`p${i % 4}`],
    priority: 0,
    position: `a${i}`,
    startedOn: null,
    doneOn: null,
    doneMinutes: 0,
    blocked: false,
    touchedOn: TODAY,
  };
}

function calendarOf(i: number): CalendarSpec {
  return {
    week: DEFAULT_WEEK,
    daysOff: [...holidays(), { from: `2026-0${i + 5}-01`, to: `2026-0${i + 5}-14` }],
  };
}

function holidays() {
  return Array.from({ length: 40 }, (_, i) => {
    const day = `${2026 + (i >> 2)}-${["01-01", "05-01", "12-25", "12-26"][i % 4]}`;
    return { from: day, to: day };
  });
}
