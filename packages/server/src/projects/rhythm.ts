import { RHYTHMS, type Rhythm } from "@milepost/planning";

/** "10:00" as minutes of the day. */
export function minutesOf(at: string): number {
  return Number(at.slice(0, 2)) * 60 + Number(at.slice(3));
}

export function clockText(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

export function rhythmNamed(cadence: string): Rhythm {
  // The tables' checks let nothing else in.
  return RHYTHMS.find((one) => one === cadence) ?? "weekly";
}
