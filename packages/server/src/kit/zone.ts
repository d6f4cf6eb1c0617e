import type { Zone } from "@milepost/planning";
import { Temporal } from "temporal-polyfill";

const MINUTE = 60_000;
const MOST_KEPT = 200;
const kept = new Map<string, Zone>();

/** A zone as planning reads it, with the changes of its clocks from one year to another, both included. */
export function zoneBetween(name: string, fromYear: number, toYear: number): Zone {
  const key = `${name} ${fromYear} ${toYear}`;
  const known = kept.get(key);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const zone = { name, transitions: transitionsOf(name, fromYear, toYear) };
  kept.set(key, zone);
  return zone;
}

function transitionsOf(name: string, fromYear: number, toYear: number): Zone["transitions"] {
  const end = Date.UTC(toYear + 1, 0, 2);
  let at = Temporal.Instant.fromEpochMilliseconds(Date.UTC(fromYear, 0, 1) - 86_400_000).toZonedDateTimeISO(
    name,
  );
  const transitions = [transitionAt(at)];
  for (;;) {
    const next = at.getTimeZoneTransition("next");
    if (next === null || next.epochMilliseconds > end) return transitions;
    transitions.push(transitionAt(next));
    at = next;
  }
}

/** Offsets with seconds are older than any plan. */
function transitionAt({ epochMilliseconds, offsetNanoseconds }: Temporal.ZonedDateTime) {
  return {
    from: Math.floor(epochMilliseconds / MINUTE),
    offset: Math.round(offsetNanoseconds / 60_000_000_000),
  };
}
