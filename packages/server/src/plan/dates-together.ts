import type { Scope } from "../access/scope.ts";
import { notFound, refused } from "../kit/errors.ts";
import { type MilestoneDates, milestoneParents } from "../milestones/milestones.store.ts";
import { DATES_CHANGED } from "./date-changes.store.ts";
import { applyChanges } from "./date-changes.ts";
import type { DateChangeView } from "./date-changes.view.ts";
import { sameDates } from "./date-preview.ts";

interface NewDates extends MilestoneDates {
  milestoneId: string;
  /** What the person saw. */
  expected: MilestoneDates;
}

/** Gives several milestones of a project the dates that somebody chose for all of them, as one change; nothing else moves along. */
export async function changeDatesTogether(
  scope: Scope,
  projectId: string,
  { dates, reason = "" }: { dates: readonly NewDates[]; reason?: string | undefined },
): Promise<DateChangeView> {
  const here = await milestoneParents(scope, projectId);
  for (const { milestoneId, startOn, targetOn } of dates) {
    if (!here.has(milestoneId)) throw notFound();
    if (startOn !== null && targetOn !== null && startOn > targetOn)
      throw refused("start-after-target", "A window cannot begin after its target.", { milestoneId });
  }
  const changes = dates
    .map(({ milestoneId, expected, startOn, targetOn }) => ({
      milestoneId,
      before: expected,
      after: { startOn, targetOn },
    }))
    .filter(({ before, after }) => !sameDates(before, after));
  const last = changes.at(-1);
  if (!last) throw refused("nothing-moves", "The milestones have these dates already.");
  return applyChanges(scope, { id: last.milestoneId, projectId }, changes, { verb: DATES_CHANGED, reason });
}
