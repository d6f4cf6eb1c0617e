import { addWorkingDays, type Calendar } from "@milepost/planning";

export interface Reminder {
  /** Names it among the mails of this request. */
  key: string;
  on: string;
  /** Whom it goes to: those whose decision is awaited, or the manager when they have been reminded enough. */
  to: "deciders" | "manager" | "window";
}

interface Timing {
  dueOn: string | null;
  openedOn: string;
  acceptanceDays: number | null;
}

/** The reminders of one request, in order: around its due day, or along the window that both sides have agreed to. */
export function remindersOf(calendar: Calendar, { dueOn, openedOn, acceptanceDays }: Timing): Reminder[] {
  if (acceptanceDays !== null) {
    const at = (share: number) =>
      addWorkingDays(calendar, openedOn, Math.max(1, Math.ceil((acceptanceDays * share) / 100)));
    return [
      ...[50, 80, 100].map((share) => ({ key: `window-${share}`, on: at(share), to: "deciders" as const })),
      { key: "window-over", on: addWorkingDays(calendar, at(100), 1), to: "window" },
    ];
  }
  if (dueOn === null) return [];
  return [
    { key: "due-2", on: addWorkingDays(calendar, dueOn, -2), to: "deciders" },
    { key: "due", on: dueOn, to: "deciders" },
    { key: "due+3", on: addWorkingDays(calendar, dueOn, 3), to: "manager" },
  ];
}

/** The one that it is time for: the last whose day has come, unless it came before anybody was asked. */
export function dueReminder(
  reminders: readonly Reminder[],
  openedOn: string,
  today: string,
): Reminder | undefined {
  return reminders.findLast(({ on }) => on <= today && on > openedOn);
}
