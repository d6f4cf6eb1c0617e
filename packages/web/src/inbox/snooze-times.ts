export interface SnoozeTime {
  label: string;
  until: Date;
}

const MORNING = 8;
const LATER_HOURS = 3;

/** Later today, tomorrow and next week, in the reader's own time. */
export function snoozeTimes(now: Date): SnoozeTime[] {
  const morning = (days: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const later = new Date(now.getTime() + LATER_HOURS * 3_600_000);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  return [
    ...(later.getDate() === now.getDate() ? [{ label: "Later today", until: later }] : []),
    { label: "Tomorrow", until: morning(1) },
    { label: "Next week", until: morning(toMonday) },
  ];
}
