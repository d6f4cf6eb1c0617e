import { addWorkingDays, type Calendar, isWorkingDay } from "@milepost/planning";

/** Why somebody is reminded: it is due soon, today, or has been for days; at last the manager is told instead. */
export type ReminderTurn = "soon" | "today" | "waiting" | "team";

const DAYS: readonly [ReminderTurn, number][] = [
  ["team", 4],
  ["waiting", 3],
  ["today", 0],
  ["soon", -2],
];

/**
 * The newest turn that has come for what is due on a day: two working days before, on the day, three working days after, and on
 * the next the manager. Null on free days, before the first, and where the last asking was later: nobody is reminded of what they
 * have just been told. Whoever sends it sends each turn once.
 * @example reminderTurn(calendar, { dueOn: "2026-03-12", askedOn: "2026-03-02" }, "2026-03-10") // "soon"
 */
export function reminderTurn(
  calendar: Calendar,
  { dueOn, askedOn }: { dueOn: string; askedOn: string },
  today: string,
): ReminderTurn | null {
  if (!isWorkingDay(calendar, today)) return null;
  // What falls on a free day is due on the working day before.
  const due = isWorkingDay(calendar, dueOn) ? dueOn : addWorkingDays(calendar, dueOn, -1);
  for (const [turn, days] of DAYS) {
    const on = addWorkingDays(calendar, due, days);
    if (on <= today) return on > askedOn ? turn : null;
  }
  return null;
}
