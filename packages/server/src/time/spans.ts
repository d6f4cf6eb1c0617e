import { invalid } from "../kit/errors.ts";

const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

/** Refuses a span that ends before it begins; one that has both ends is no longer than what fits on a sheet. */
export function refuseOddSpan({ from, to }: { from?: string | undefined; to?: string | undefined }): void {
  if (!from || !to) return;
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS;
  if (days < 0) throw invalid([{ path: "to", message: "The end is before the beginning." }]);
  if (days > MOST_DAYS)
    throw invalid([{ path: "to", message: `Ask for at most ${MOST_DAYS} days at once.` }]);
}
