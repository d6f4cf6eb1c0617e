const WORDS: Record<string, number> = { daily: 1, weekly: 7, fortnightly: 14, monthly: 30, quarterly: 91 };

/** The days between two reviews that a cadence means: a word, or a number of days such as "every 10 days"; null for none. */
export function daysOfCadence(cadence: string | null): number | null {
  if (cadence === null) return null;
  const days = WORDS[cadence.trim().toLowerCase()] ?? Number(/\d{1,3}/.exec(cadence)?.[0] ?? 0);
  return days > 0 ? days : null;
}
