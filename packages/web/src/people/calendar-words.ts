/** What days out of a calendar file are called where they are taken. */
export interface CalendarWords {
  /** Of the button that begins. */
  action: string;
  section: string;
  noun: string;
  /** Beside days that are there already. */
  known: string;
  /** Beside what its calendar counts as free time, which is then left out at first. Holidays are often written so. */
  free?: string;
  /** What to do about a file that holds too much. */
  instead: string;
}

export const ABSENCES: CalendarWords = {
  action: "Add from a calendar file",
  section: "Days off from a calendar file",
  noun: "absence",
  known: "Off already",
  free: "Free time in the calendar, such as a birthday",
  instead: "Export the calendar of your absences alone.",
};

export const HOLIDAYS: CalendarWords = {
  action: "Take days from a calendar file",
  section: "Holidays from a calendar file",
  noun: "holiday",
  known: "A holiday already",
  instead: "Export a calendar of holidays alone.",
};
