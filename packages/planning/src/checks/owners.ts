import { type Calendar, createCalendar } from "../calendar/calendar.ts";
import { isWorkingDay, previousWorkingDay, workingMinutesBetween } from "../calendar/working-days.ts";
import type { CivilDate, PlanCard, PlanMilestone, PlanPerson } from "../plan.ts";
import { ask, type CheckContext, dayInWords, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";
import { moveTarget } from "./move-target.ts";

/** L7: an owner who is away at the target, or who certainly has more to do in the window than time. */
export function unavailableOwners(context: CheckContext): Finding[] {
  const calendars = new Map(
    context.plan.people.map(({ id, calendar }) => [
      id,
      calendar === null ? context.calendar : createCalendar(calendar),
    ]),
  );
  const people = new Map(context.plan.people.map((person) => [person.id, person]));
  const workOf = certainWork(context);
  return context.open.flatMap((milestone) => {
    const owner = people.get(milestone.ownerId ?? "");
    const calendar = calendars.get(milestone.ownerId ?? "");
    const { targetOn } = milestone;
    if (owner === undefined || calendar === undefined || targetOn === null || targetOn < context.today)
      return [];
    const seat = { milestone, owner, calendar, targetOn };
    return [...awayAtTarget(context, seat), ...overbooked(context, seat, workOf.get(owner.id) ?? [])];
  });
}

interface Seat {
  readonly milestone: PlanMilestone;
  readonly owner: PlanPerson;
  readonly calendar: Calendar;
  readonly targetOn: CivilDate;
}

function awayAtTarget(context: CheckContext, { milestone, owner, calendar, targetOn }: Seat): Finding[] {
  if (isWorkingDay(calendar, targetOn) || !isWorkingDay(context.calendar, targetOn)) return [];
  const subject: Subject = { kind: "milestone", id: milestone.id };
  const offered = previousWorkingDay(context.calendar, previousWorkingDay(calendar, targetOn));
  const fix = isWorkingDay(calendar, offered) ? moveTarget(context, milestone, offered) : null;
  return [
    found(
      "L7",
      "warn",
      subject,
      `${owner.name} owns “${milestone.title}” and is away on its target day, ${dayInWords(targetOn)}.`,
      {
        items: [subject, { kind: "person", id: owner.id }],
        fix: fix ?? ask(subject, "ownerId", "Who will be there to finish it?", othersThan(context, owner.id)),
      },
    ),
  ];
}

function overbooked(
  context: CheckContext,
  { milestone, owner, calendar, targetOn }: Seat,
  work: readonly Work[],
): Finding[] {
  if (milestone.startOn === null) return [];
  const { startOn } = milestone;
  const from = startOn > context.today ? startOn : context.today;
  const inside = work.filter((each) => each.from >= startOn && each.to <= targetOn);
  const needed = inside.reduce((sum, { minutes }) => sum + minutes, 0);
  const there = Math.floor((workingMinutesBetween(calendar, from, targetOn) * owner.percent) / 100);
  if (needed <= there) return [];
  const subject: Subject = { kind: "milestone", id: milestone.id };
  const why = `${owner.name} has ${inHours(needed)} of cards until “${milestone.title}” is due and ${inHours(there)} to do them.`;
  return [
    found("L7", "warn", subject, why, {
      items: [
        subject,
        { kind: "person", id: owner.id },
        ...inside.map(({ cardId }) => ({ kind: "card", id: cardId }) as const),
      ],
      fix: ask(
        subject,
        "ownerId",
        "Who can take a part of it, or which later date can it be?",
        othersThan(context, owner.id),
      ),
    }),
  ];
}

interface Work {
  readonly cardId: string;
  readonly minutes: number;
  readonly from: CivilDate;
  readonly to: CivilDate;
}

/**
 * What each person certainly has to do, and between which days: their share of the likely minutes of cards that have not been begun and
 * whose milestone has a window. More of it inside a window than there is time proves that the window cannot hold.
 */
function certainWork({ plan, milestones }: CheckContext): Map<string, Work[]> {
  const work = new Map<string, Work[]>();
  for (const card of plan.cards) {
    const milestone = milestones.get(card.milestoneId ?? "");
    if (!notBegun(card) || card.likely === null || !milestone?.startOn || !milestone.targetOn) continue;
    const share = Math.floor(card.likely / Math.max(1, card.assigneeIds.length));
    for (const personId of card.assigneeIds) {
      const list = work.get(personId) ?? [];
      list.push({ cardId: card.id, minutes: share, from: milestone.startOn, to: milestone.targetOn });
      work.set(personId, list);
    }
  }
  return work;
}

function notBegun({ place }: PlanCard): boolean {
  return place === "todo" || place === "outline";
}

function othersThan({ plan }: CheckContext, personId: string): string[] {
  return plan.people.map(({ id }) => id).filter((id) => id !== personId);
}

function inHours(minutes: number): string {
  return `${Math.floor(minutes / 6) / 10} h`;
}
