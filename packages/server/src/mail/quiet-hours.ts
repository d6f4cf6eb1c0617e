import { Temporal } from "temporal-polyfill";
import type { Tx } from "../db/database.ts";
import { quietHoursOf } from "./quiet-hours.store.ts";

interface QuietHours {
  zone: string;
  /** Minutes of the day; the hours may go over midnight. */
  quietFrom: number;
  quietTo: number;
}

/** The first moment from then on at which this person's quiet hours let a mail through. */
export async function afterQuietHours(
  tx: Tx,
  reader: { workspaceId: string; personId: string },
  from: Date,
): Promise<Date> {
  const quiet = await quietHoursOf(tx, reader);
  return quiet ? endOfQuiet(quiet, from) : from;
}

/**
 * @example endOfQuiet({ zone: "UTC", quietFrom: 1320, quietTo: 420 }, 23:30) // 07:00 the next day
 */
function endOfQuiet({ zone, quietFrom, quietTo }: QuietHours, from: Date): Date {
  const local = Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone);
  const minute = local.hour * 60 + local.minute;
  const overMidnight = quietFrom > quietTo;
  const isQuiet = overMidnight
    ? minute >= quietFrom || minute < quietTo
    : minute >= quietFrom && minute < quietTo;
  if (!isQuiet) return from;
  const day = local.toPlainDate().add({ days: overMidnight && minute >= quietFrom ? 1 : 0 });
  const plainTime = Temporal.PlainTime.from({ hour: Math.floor(quietTo / 60), minute: quietTo % 60 });
  return new Date(day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds);
}
