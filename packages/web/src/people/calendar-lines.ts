/** What days are read from; the rest of a calendar (texts, guests, pictures) is not even looked at. */
const NEEDED =
  /^(BEGIN|END|UID|DTSTART|DTEND|DURATION|RRULE|RDATE|EXDATE|RECURRENCE-ID|SUMMARY|STATUS|TRANSP)[:;]/i;
/** Hours from one time to another are nobody's day off. */
const OF_HOURS = /^[^:]*;VALUE=PERIOD/i;
const LONGEST_LINE = 4_000;

/** The lines of a calendar from which days are read, each made whole where it was folded. */
export function neededLines(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "")
    .split("\n")
    .filter((line) => line.length <= LONGEST_LINE && NEEDED.test(line) && !OF_HOURS.test(line))
    .join("\r\n");
}
