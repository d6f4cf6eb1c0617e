import { type Confidence, feasibleDates } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { conflict, refused } from "../kit/errors.ts";
import { DATES_CHANGED } from "./date-changes.store.ts";
import { applyChanges } from "./date-changes.ts";
import type { DateChangeView } from "./date-changes.view.ts";
import { sameDates } from "./date-preview.ts";
import { forecastInput } from "./forecast-input.ts";
import { readPlan } from "./read-plan.ts";

interface Taken {
  confidence: Confidence;
  /** What the person saw. */
  dates: readonly { milestoneId: string; startOn: string | null; targetOn: string }[];
}

/** Gives all milestones the dates that their people can keep, as they were shown, in one change. */
export async function takeFeasibleDates(
  scope: Scope,
  projectId: string,
  { confidence, dates: seen }: Taken,
): Promise<DateChangeView> {
  const found = feasibleDates(await forecastInput(scope, await readPlan(scope, projectId)), confidence);
  if (!found.ok) throw refused("cycle", "Its milestones wait for each other.");
  const same =
    seen.length === found.dates.length &&
    found.dates.every(({ milestoneId, to }) =>
      seen.some((each) => each.milestoneId === milestoneId && sameDates(each, to)),
    );
  if (!same)
    throw conflict(
      "plan-changed",
      "The plan has changed since these dates were worked out. Look at them again.",
    );
  const changes = found.dates
    .filter(({ from, to }) => !sameDates(from, to))
    .map(({ milestoneId, from, to }) => ({ milestoneId, before: { ...from }, after: { ...to } }));
  const last = changes.at(-1);
  if (!last) throw refused("nothing-moves", "The milestones have these dates already.");
  return applyChanges(scope, { id: last.milestoneId, projectId }, changes, {
    verb: DATES_CHANGED,
    reason: `Dates from availability, to hold in ${confidence / 10} of 10 cases`,
  });
}
