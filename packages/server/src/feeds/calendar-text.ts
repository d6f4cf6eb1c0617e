import ical from "ical-generator";

interface Shared {
  /** Stays the same for the same thing, whatever becomes of it. */
  uid: string;
  title: string;
  description: string;
  url: string;
  /** When it came into being; a feed that says the same is the same text. */
  createdAt: Date;
  revision: number;
}

/** A calendar day without time or zone, or one moment. */
export type CalendarEvent = Shared & ({ on: string } | { at: Date; minutes: number });

const HOUR_S = 3_600;

export function calendarText(name: string, events: readonly CalendarEvent[]): string {
  const calendar = ical({
    name,
    prodId: { company: "Milepost", product: "Milepost", language: "EN" },
    ttl: HOUR_S,
  });
  for (const event of events) {
    const { uid, title, description, url, createdAt, revision } = event;
    calendar.createEvent({
      ...timesOf(event),
      id: uid,
      summary: title,
      description,
      url,
      stamp: createdAt,
      sequence: revision,
    });
  }
  return calendar.toString();
}

function timesOf(event: CalendarEvent) {
  if ("at" in event) return { start: event.at, end: new Date(event.at.getTime() + event.minutes * 60_000) };
  return { start: day(event.on, 0), end: day(event.on, 1), allDay: true, timezone: "UTC" };
}

/** The generator takes moments: noon of UTC, read in UTC, is that day wherever this runs. */
function day(on: string, more: number): Date {
  const at = new Date(`${on}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + more);
  return at;
}
