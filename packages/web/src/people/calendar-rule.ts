import type Ical from "ical.js";

/** Repetitions as people have them. Others can be written that never come, and whose search never ends. */
const READABLE: Record<string, readonly string[]> = {
  DAILY: [""],
  WEEKLY: ["", "BYDAY"],
  MONTHLY: ["", "BYDAY", "BYMONTHDAY"],
  YEARLY: ["", "BYMONTH", "BYMONTH,BYMONTHDAY"],
};

/** Single days that are added to a repetition or taken out of it. */
const MOST_DATES = 1_000;

/** Can the repetition of this event be followed? */
export function isReadable(event: Ical.Component): boolean {
  const dates = [...event.getAllProperties("rdate"), ...event.getAllProperties("exdate")];
  if (dates.reduce((sum, property) => sum + property.getValues().length, 0) > MOST_DATES) return false;
  const rules = event.getAllProperties("rrule").map((property) => property.getFirstValue());
  return rules.every((rule) => {
    // Of this property the parser makes a rule.
    const { freq, parts } = rule as unknown as Ical.Recur;
    return READABLE[freq]?.includes(Object.keys(parts).sort().join(",")) ?? false;
  });
}
