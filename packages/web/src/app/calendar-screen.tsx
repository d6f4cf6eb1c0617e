import { CalendarPage } from "../board/calendar/calendar.page.tsx";
import { PARTS } from "./card-lent.ts";

/** The calendar with the parts of the card's own screen. */
export function CalendarScreen() {
  return <CalendarPage parts={PARTS} />;
}
