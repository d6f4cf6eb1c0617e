import {
  CONTINUOUS,
  createCalendar,
  createGraph,
  createRandom,
  criticalPath,
  DEFAULT_WEEK,
  type LinkKind,
  type Network,
  type OpenSchedule,
  openSchedule,
  type PlanTask,
  type TaskLink,
  type TaskPlan,
  topologicalOrder,
} from "@milepost/planning";
import { timedRow } from "../calibration.ts";
import type { Row } from "../row.ts";

const KINDS: readonly LinkKind[] = ["FS", "FS", "FS", "SS", "FF"];
/** Thursday 1 January 2026. */
const START = 29_453_760;
const PEOPLE = 8;
/** Tasks of one piece of work; the pieces have nothing to do with each other. */
const PIECE = 500;

/** The critical path method on plans of tasks; the networks are prepared before. */
export function scheduleRows(drawsPerMs: number): Row[] {
  const row = (name: string, work: () => unknown, goal: string, runs = 51) =>
    timedRow(name, drawsPerMs, work, { runs, goal });
  const [bare, thousand, tenThousand] = [
    networkOf(1000, false),
    networkOf(1000, true),
    networkOf(10_000, true),
  ];
  const ids = planOf(1000).tasks.map(({ id }) => id);
  const open = opened(planOf(1000));
  const pass = ({ network, order }: Prepared) => criticalPath(network, order);
  return [
    row("critical path of 1,000 tasks without calendars", () => pass(bare), "<= 0.2 ms"),
    row(
      "critical path of 1,000 tasks with calendars and reasons",
      () => [pass(thousand), ids.map((id) => open.reasons(id))],
      "<= 2 ms",
    ),
    row("critical path of 10,000 tasks with calendars", () => pass(tenThousand), "<= 3.5 M draws", 31),
    row("edit of one task in 10,000", editor(10_000), "<= 1 ms", 101),
    row("plan of 1,000 tasks, read and scheduled", () => opened(planOf(1000)), "", 31),
  ];
}

interface Prepared {
  readonly network: Network;
  readonly order: readonly number[];
}

/** Every task follows one or two of those before it, on the calendar of one of eight people with days off of their own. */
function networkOf(size: number, withCalendars: boolean): Prepared {
  const plan = planOf(size);
  const timelines = plan.calendars.map((spec) => (withCalendars ? createCalendar(spec).minutes : CONTINUOUS));
  const timelineOf = (i: number) => timelines[i % PEOPLE] ?? CONTINUOUS;
  const items = plan.tasks.map(({ effort = 0 }, i) => ({
    timeline: timelineOf(i),
    duration: effort,
    earliest: START,
  }));
  const arcs = plan.links.map(({ from, to, kind, lag }, i) => ({
    from: Number(from),
    to: Number(to),
    kind,
    lag: lag !== undefined && "minutes" in lag ? lag.minutes : 0,
    lagTimeline: timelineOf(i),
  }));
  const graph = createGraph(
    plan.tasks.map(({ id }) => id),
    arcs,
  );
  const network = { ...graph, items };
  return { network, order: topologicalOrder(network) };
}

function planOf(size: number): TaskPlan {
  const random = createRandom(7);
  const below = (n: number) => (random.next() >>> 0) % n;
  const links: TaskLink[] = [];
  const tasks = Array.from({ length: size }, (_, i): PlanTask => {
    for (let k = 0; k <= i % 2 && i % PIECE > 0; k++)
      links.push(linkAt(i, k, 1 + below(Math.min(40, i % PIECE))));
    return {
      id: String(i),
      effort: 60 + below(960),
      assignees: [{ personId: String(i % PEOPLE), percent: 100 }],
    };
  });
  return {
    project: { from: "start", startAt: START, calendarId: "0" },
    calendars: Array.from({ length: PEOPLE }, (_, i) => ({
      id: String(i),
      week: DEFAULT_WEEK,
      daysOff: daysOff(i),
    })),
    people: Array.from({ length: PEOPLE }, (_, i) => ({ id: String(i), calendarId: String(i) })),
    tasks,
    links,
  };
}

function linkAt(i: number, k: number, back: number): TaskLink {
  const kind = KINDS[i % KINDS.length] ?? "FS";
  return { id: `${i}-${k}`, from: String(i - back), to: String(i), kind, lag: { minutes: (i % 3) * 60 } };
}

function daysOff(i: number) {
  return Array.from({ length: 40 }, (_, k) => {
    const day = `${2026 + (k >> 2)}-0${1 + ((k + i) % 9)}-${10 + (k % 15)}`;
    return { from: day, to: day };
  });
}

function opened(plan: TaskPlan): OpenSchedule {
  const open = openSchedule(plan);
  if (!open.ok) throw new Error(open.code);
  return open.schedule;
}

/** Makes some task an hour longer, another one each time. */
function editor(size: number): () => unknown {
  const schedule = opened(planOf(size));
  const { tasks } = schedule.plan;
  let next = 0;
  return () => {
    next = (next + 7919) % size;
    const task = tasks[next];
    return task && schedule.change({ ...task, effort: (task.effort ?? 0) + 60 });
  };
}
