export {
  type Calendar,
  createCalendar,
  DEFAULT_WEEK,
  ELAPSED,
  personCalendar,
  projectCalendar,
  type Timeline,
} from "./calendar/calendar.ts";
export {
  addDays,
  dayOfMinute,
  daysBetween,
  firstMinuteOf,
  fromEpochDay,
  isCivilDate,
  LAST_DAY,
  toEpochDay,
  weekdayOf,
} from "./calendar/civil-date.ts";
export {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  windowLength,
  workingDaysBetween,
  workingMinutesBetween,
} from "./calendar/working-days.ts";
export { DEFAULT_SIZES, type Size } from "./estimate.ts";
export * from "./plan.ts";
