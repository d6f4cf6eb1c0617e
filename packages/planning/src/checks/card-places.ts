import { type Calendar, createCalendar } from "../calendar/calendar.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import { isOpenCard } from "../care.ts";
import { ask, type CheckContext, counted, dayInWords, found } from "./check-context.ts";
import type { Finding, Subject } from "./finding.ts";

/** L23: open cards that belong to no milestone. */
export function looseCards({ plan }: CheckContext): Finding[] {
  const loose = plan.cards.filter((card) => isOpenCard(card) && card.milestoneId === null);
  const [first] = loose;
  if (first === undefined) return [];
  const project: Subject = { kind: "project", id: plan.projectId };
  const which = loose.length === 1 ? `“${first.title}” belongs` : `${counted(loose.length, "card")} belong`;
  return [
    found(
      "L23",
      "info",
      project,
      `${which} to no milestone: work that nobody counts and no date waits for.`,
      {
        items: loose.map(({ id }) => ({ kind: "card", id })),
        fix: ask(project, "looseCards", "Which milestone does each of them bring closer?"),
      },
    ),
  ];
}

/** L24: a card that is due on a day on which the one who does it is away. */
export function awayWhenDue({ plan, calendar, today }: CheckContext): Finding[] {
  const people = new Map(plan.people.map((person) => [person.id, person]));
  const calendars = new Map<string, Calendar>();
  for (const { id, calendar: own } of plan.people) if (own !== null) calendars.set(id, createCalendar(own));
  return plan.cards.filter(isOpenCard).flatMap(({ id, title, dueOn, assigneeIds }) => {
    if (dueOn === null || dueOn < today || !isWorkingDay(calendar, dueOn)) return [];
    const away = [...assigneeIds]
      .sort((a, b) => (a < b ? -1 : 1))
      .filter((personId) => {
        const own = calendars.get(personId);
        return own !== undefined && !isWorkingDay(own, dueOn);
      });
    const subject: Subject = { kind: "card", id };
    return away.map((personId) =>
      found(
        "L24",
        "info",
        subject,
        `“${title}” is due on ${dayInWords(dueOn)}, when ${people.get(personId)?.name ?? "its assignee"} is away.`,
        {
          items: [subject, { kind: "person", id: personId }],
          fix: ask(subject, "dueOn", "On which day can it be done instead?"),
        },
      ),
    );
  });
}
