import type { CivilDate } from "../plan.ts";
import { addDays } from "./civil-date.ts";

/** Days from the first to the last, both included. */
export interface DaySpan {
  readonly fromOn: CivilDate;
  readonly toOn: CivilDate;
}

/**
 * Does every day of a span lie in one of the others, which may overlap and come in any order?
 * @example coversDays([{ fromOn: "2026-08-03", toOn: "2026-08-07" }], { fromOn: "2026-08-04", toOn: "2026-08-05" }) // true
 */
export function coversDays(spans: readonly DaySpan[], { fromOn, toOn }: DaySpan): boolean {
  let on = fromOn;
  const holding = () => spans.find((span) => span.fromOn <= on && on <= span.toOn);
  for (let span = holding(); span !== undefined && on <= toOn; span = holding()) on = addDays(span.toOn, 1);
  return fromOn <= toOn && on > toOn;
}
