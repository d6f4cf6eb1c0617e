import { dayOfMinute, fromEpochDay, toEpochDay } from "../calendar/civil-date.ts";
import { isOpenCard } from "../care.ts";
import { type CivilDate, isOpenMilestone, type Plan, type PlanCard, type PlanMilestone } from "../plan.ts";
import { type Levelled, levelWork } from "./level-work.ts";
import {
  DEFAULT_LEVEL_OPTIONS,
  type LevelledCard,
  type LevelledMilestone,
  type LevelledPart,
  type LevelledPerson,
  type LevelledPlan,
  type LevelOptions,
  type Stretch,
} from "./levelled-plan.ts";
import { answerDaysOf } from "./milestone-time.ts";
import { startReasons } from "./start-reasons.ts";

/**
 * When is what done if everybody does one thing at a time? For each open card who does it when and why no earlier, for each open
 * milestone when its work is done and when the client has answered, for each person what is booked. Order among one person's cards:
 * links, milestone target, priority, place on the board; a card goes into the first gap that holds it whole, its work pauses over time
 * off. Several assignees do equal parts; what nobody is on goes by the project's calendar without limit. Cards that are done or put off
 * and dropped milestones take no part. Nothing starts before `today`.
 *
 * Minutes are whole, counted from 1970-01-01T00:00 in the plan's zone. Links that form a cycle are refused with the smallest one.
 * Source: serial schedule generation scheme, R. Kolisch 1996.
 * @example levelPlan(plan, "2026-05-12") // { ok: true, cards: [{ id: "c1", startOn: "2026-05-12", ... }], milestones, people, finishOn }
 */
export function levelPlan(plan: Plan, today: CivilDate, options: Partial<LevelOptions> = {}): LevelledPlan {
  const work = levelWork(plan, today, { ...DEFAULT_LEVEL_OPTIONS, ...options });
  if (!work.ok) return work;
  const { levelled } = work;
  const cards = plan.cards.filter(isOpenCard).map((card) => levelledCard(levelled, card));
  const milestones = plan.milestones.filter(isOpenMilestone).map((each) => levelledMilestone(levelled, each));
  const people = plan.people.map(({ id }, person) => levelledPerson(levelled, id, person));
  const last = [...cards, ...milestones].reduce(
    (latest, { finishOn }) => (finishOn > latest ? finishOn : latest),
    "",
  );
  return { ok: true, cards, milestones, people, finishOn: last === "" ? null : last };
}

function levelledCard(levelled: Levelled, { id, milestoneId, likely }: PlanCard): LevelledCard {
  const nodes = levelled.network.items.get(id)?.starts ?? [];
  const parts = nodes.map((node) => levelledPart(levelled, node));
  const start = parts.reduce((first, part) => Math.min(first, part.start), Number.POSITIVE_INFINITY);
  const finish = parts.reduce((last, part) => Math.max(last, part.finish), Number.NEGATIVE_INFINITY);
  return {
    id,
    milestoneId,
    minutes: parts.reduce((sum, { minutes }) => sum + minutes, 0),
    assumed: likely === null,
    parts,
    reasons: parts.find((part) => part.start === start)?.reasons ?? [],
    ...stretch(start, finish),
  };
}

function levelledPart(levelled: Levelled, node: number): LevelledPart {
  const { personId = null, minutes = 0 } = levelled.network.nodes[node] ?? {};
  const { start, finish } = levelled.schedule;
  return {
    personId,
    minutes,
    reasons: startReasons(levelled, node),
    ...stretch(start[node] ?? 0, finish[node] ?? 0),
  };
}

function levelledMilestone(levelled: Levelled, milestone: PlanMilestone): LevelledMilestone {
  const { id, targetOn } = milestone;
  const { start, finish } = levelled.schedule;
  const nodes = levelled.network.items.get(id);
  const done = nodes?.workDone ?? 0;
  const answer = nodes?.finishes[0] ?? 0;
  const whole = stretch(start[nodes?.starts[0] ?? 0] ?? 0, finish[answer] ?? 0);
  const length = levelled.network.nodes[answer]?.length ?? 0;
  return {
    id,
    ...whole,
    workFinishOn: lastDayOf(whole.start, finish[done] ?? 0),
    answerDays: length === 0 ? 0 : answerDaysOf(levelled.plan, milestone, levelled.options),
    targetOn,
    lateDays: targetOn === null ? null : toEpochDay(whole.finishOn) - toEpochDay(targetOn),
    heldBy: heldBy(levelled, done, finish[done] ?? 0),
  };
}

/** What ends when the work of the milestone ends. */
function heldBy({ network, schedule }: Levelled, done: number, moment: number): string[] {
  const last = (network.incoming[done] ?? []).filter(({ from }) => schedule.finish[from] === moment);
  return [
    ...new Set(last.filter(({ kind }) => kind === "FF").map(({ from }) => network.names[from] ?? "")),
  ].filter((id) => id !== network.names[done]);
}

function levelledPerson({ network, schedule }: Levelled, id: string, person: number): LevelledPerson {
  const booked = (schedule.chains[person] ?? []).map((node) => ({
    cardId: network.nodes[node]?.itemId ?? "",
    minutes: network.nodes[node]?.minutes ?? 0,
    ...stretch(schedule.start[node] ?? 0, schedule.finish[node] ?? 0),
  }));
  return { id, booked };
}

function stretch(start: number, finish: number): Stretch {
  return { start, finish, startOn: fromEpochDay(dayOfMinute(start)), finishOn: lastDayOf(start, finish) };
}

/** The day that holds the last minute; what takes no time ends on the day on which it starts. */
function lastDayOf(start: number, finish: number): CivilDate {
  return fromEpochDay(Math.max(dayOfMinute(start), dayOfMinute(finish - 1)));
}
