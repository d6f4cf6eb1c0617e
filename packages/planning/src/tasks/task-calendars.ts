import { type Calendar, calendarOf, createCalendar } from "../calendar/calendar.ts";
import { dayPattern, intersect } from "../calendar/day-pattern.ts";
import type { Timeline } from "../calendar/timeline.ts";
import { ZonedTimeline } from "../calendar/zone.ts";
import type { NamedCalendar, TaskPlan } from "./task-plan.ts";

/** The calendars of a plan made ready, each once, and the time that two of them have in common. */
export class TaskCalendars {
  readonly #specs: ReadonlyMap<string, NamedCalendar>;
  readonly #ofPerson: ReadonlyMap<string, string>;
  readonly #projectId: string;
  readonly #ready = new Map<string, Calendar>();
  readonly #shared = new Map<string, Timeline>();

  constructor({ calendars, people, project }: TaskPlan) {
    this.#specs = new Map(calendars.map((spec) => [spec.id, spec]));
    this.#ofPerson = new Map(people.map(({ id, calendarId }) => [id, calendarId]));
    this.#projectId = project.calendarId;
  }

  /** The calendar with this id, the project's without one. */
  calendar(id: string = this.#projectId): Calendar {
    const known = this.#ready.get(id);
    if (known !== undefined) return known;
    const calendar = createCalendar(this.#specs.get(id) ?? { week: {} });
    this.#ready.set(id, calendar);
    return calendar;
  }

  spec(id: string = this.#projectId): NamedCalendar {
    return this.#specs.get(id) ?? { id, week: {} };
  }

  calendarIdOf(personId: string): string {
    return this.#ofPerson.get(personId) ?? this.#projectId;
  }

  /** When a person works on a task that has, or has not, a calendar of its own. */
  workTime(personId: string, taskCalendarId: string | undefined, ignoresPeople: boolean): Timeline {
    const own = this.calendarIdOf(personId);
    if (taskCalendarId === undefined || taskCalendarId === own) return this.calendar(own).minutes;
    return ignoresPeople ? this.calendar(taskCalendarId).minutes : this.#common(own, taskCalendarId);
  }

  #common(a: string, b: string): Timeline {
    const key = JSON.stringify([a, b]);
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const [one, other] = [this.spec(a), this.spec(b)];
    const local = calendarOf(intersect(dayPattern(one), dayPattern(other))).minutes;
    const timeline = one.zone === undefined ? local : new ZonedTimeline(local, one.zone);
    this.#shared.set(key, timeline);
    return timeline;
  }
}
