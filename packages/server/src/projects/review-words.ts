import { CADENCES, type Cadence, cadenceInWords } from "@milepost/planning";

/** What is stored of a cadence; both null where a project has none. */
export interface StoredCadence {
  cadence: string | null;
  everyDays: number | null;
}

export interface ReviewRhythm {
  cadence: Cadence;
  everyDays: number | null;
}

export function rhythmOf({ cadence, everyDays }: StoredCadence): ReviewRhythm | null {
  const named = CADENCES.find((known) => known === cadence);
  return named === undefined ? null : { cadence: named, everyDays };
}

/** Such as "every 10 days"; null without a cadence. */
export function cadenceWords(stored: StoredCadence): string | null {
  const rhythm = rhythmOf(stored);
  return rhythm && cadenceInWords(rhythm);
}
