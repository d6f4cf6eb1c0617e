import { Temporal } from "temporal-polyfill";

export interface Monthly {
  /** 1 to 28, so that every month has it. */
  dayOfMonth: number;
  /** Minutes of the day on the clocks of the zone; what they skip in a night of spring is the hour after. */
  atMinutes: number;
}

export interface ReportMoment {
  /** "2026-06": what a report of the schedule belongs to, once. */
  month: string;
  on: string;
  at: Date;
}

/** The newest moment of the schedule that has come. */
export function lastMoment(schedule: Monthly, zone: string, now: Date): ReportMoment {
  const month = monthOf(zone, now);
  const own = momentIn(month, schedule, zone);
  return own.at <= now ? own : momentIn(month.subtract({ months: 1 }), schedule, zone);
}

/** The first moment after now. */
export function nextMoment(schedule: Monthly, zone: string, now: Date): ReportMoment {
  const month = monthOf(zone, now);
  const own = momentIn(month, schedule, zone);
  return own.at > now ? own : momentIn(month.add({ months: 1 }), schedule, zone);
}

function monthOf(zone: string, now: Date): Temporal.PlainYearMonth {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toPlainYearMonth();
}

function momentIn(
  month: Temporal.PlainYearMonth,
  { dayOfMonth, atMinutes }: Monthly,
  zone: string,
): ReportMoment {
  const day = month.toPlainDate({ day: dayOfMonth });
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(atMinutes / 60), minute: atMinutes % 60 });
  const at = day.toZonedDateTime({ timeZone: zone, plainTime });
  return { month: month.toString(), on: day.toString(), at: new Date(at.epochMilliseconds) };
}
