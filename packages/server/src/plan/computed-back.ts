import { computedBack } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { conflict, refused } from "../kit/errors.ts";
import type { MilestoneRow } from "../milestones/milestones.store.ts";
import { DATES_CHANGED } from "./date-changes.store.ts";
import { applyChanges } from "./date-changes.ts";
import type { DateChangeView } from "./date-changes.view.ts";
import { sameDates } from "./date-preview.ts";
import { readPlan } from "./read-plan.ts";

interface MovedTo {
  milestoneId: string;
  startOn: string | null;
  targetOn: string | null;
}

const SAYS = {
  no_such_milestone: "This milestone is not in the plan any more.",
  milestone_closed: "This milestone no longer moves.",
  cycle: "Its milestones wait for each other.",
};

/** Moves a milestone onto a day from outside and all that leads there to the latest dates that hold it, as one change. */
export async function computeBack(
  scope: Scope,
  { id, projectId }: MilestoneRow,
  { on, moves, reason = "" }: { on: string; moves?: MovedTo[] | undefined; reason?: string | undefined },
): Promise<DateChangeView> {
  const { plan, work } = await readPlan(scope, projectId);
  const back = computedBack(plan, { milestoneId: id, on }, work.today);
  if (back.refusal) throw refused(back.refusal.replaceAll("_", "-"), SAYS[back.refusal]);
  const changes = back.moves.map(({ milestoneId, from, to }) => ({
    milestoneId,
    before: { ...from },
    after: { ...to },
  }));
  if (moves && !sameMoves(moves, changes))
    throw conflict(
      "plan-changed",
      "The plan has changed since these dates were computed. Look at them again.",
    );
  if (changes.length === 0) throw refused("nothing-moves", "Everything is as late as it may be already.");
  return applyChanges(scope, { id, projectId }, changes, { verb: DATES_CHANGED, reason });
}

function sameMoves(seen: readonly MovedTo[], changes: DateChangeView["changes"]): boolean {
  const after = new Map(changes.map((each) => [each.milestoneId, each.after]));
  return (
    seen.length === changes.length &&
    seen.every(({ milestoneId, ...dates }) => {
      const now = after.get(milestoneId);
      return now !== undefined && sameDates(dates, now);
    })
  );
}
