import type { WorkCalendar } from "../milestones/work-calendar.ts";
import type { PlanView } from "./plan.view.ts";

const WEEKDAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

export function presentCalendar({ zone, spec }: WorkCalendar): PlanView["calendar"] {
  return {
    zone,
    week: WEEKDAYS.map((day) => (spec.week[day] ?? []).map(([from, to]): [number, number] => [from, to])),
    holidays: (spec.daysOff ?? []).map(({ from, why }) => ({ on: from, name: why ?? "" })),
  };
}
