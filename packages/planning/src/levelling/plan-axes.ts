import { ELAPSED } from "../calendar/calendar.ts";
import { toEpochDay } from "../calendar/civil-date.ts";
import type { CalendarSpec, CivilDate, Plan, PlanPerson } from "../plan.ts";
import { createWorkAxis, type WorkAxis } from "./work-axis.ts";

/** Everybody's line of working time, made once per run; people without an own calendar share the project's. */
export interface PlanAxes {
  readonly project: WorkAxis;
  readonly client: WorkAxis;
  readonly elapsed: WorkAxis;
  of(personId: string): WorkAxis;
}

const NEVER: CalendarSpec = { week: {} };

export function createPlanAxes(
  plan: Pick<Plan, "calendar" | "people" | "client">,
  today: CivilDate,
): PlanAxes {
  const base = toEpochDay(today);
  const made = new Map<CalendarSpec, WorkAxis>();
  const axisOf = (spec: CalendarSpec): WorkAxis => {
    const known = made.get(spec) ?? createWorkAxis(spec, base);
    made.set(spec, known);
    return known;
  };
  const own = new Map(plan.people.map((person) => [person.id, specOf(person, plan.calendar)]));
  return {
    project: axisOf(plan.calendar),
    client: axisOf(plan.client?.calendar ?? plan.calendar),
    get elapsed() {
      return axisOf(ELAPSED);
    },
    of: (personId) => axisOf(own.get(personId) ?? plan.calendar),
  };
}

/** Whose share is 0 percent never works on it. */
function specOf({ calendar, percent }: PlanPerson, project: CalendarSpec): CalendarSpec {
  return percent > 0 ? (calendar ?? project) : NEVER;
}
