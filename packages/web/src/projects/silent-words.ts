/** "Silent 19 d"; skipped twice on the first day it is silent without a day between. */
export function silentWords(days: number): string {
  return days === 0 ? "Silent" : `Silent ${days} d`;
}
