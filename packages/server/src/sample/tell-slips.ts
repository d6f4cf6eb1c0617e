import type { Scope } from "../access/scope.ts";
import { findMilestone } from "../milestones/milestones.store.ts";
import { keepToday } from "../plan/daily-snapshots.store.ts";
import { changeDates } from "../plan/date-changes.ts";
import { SLIPS } from "./agency-plan.ts";
import type { Made } from "./made.ts";
import type { Story } from "./story.ts";

/** The first plan held for five weeks. Each evening says what was planned on that day. */
export function tellSlips(story: Story, made: Made): void {
  for (const { day, milestone, targetDay, reason } of SLIPS)
    story.at(day, 9, "mia", (scope) =>
      slip(scope, made, milestone, { targetOn: story.day(targetDay), reason }),
    );
  for (let week = 0; week < 7; week++)
    for (let day = week * 7; day < week * 7 + 5; day++)
      story.at(day, 18, "mia", (scope) => keepToday(scope.tx, scope.now, made.milestones));
}

async function slip(
  scope: Scope,
  made: Made,
  n: number,
  { targetOn, reason }: { targetOn: string; reason: string },
): Promise<void> {
  const milestone = await findMilestone(scope, made.milestones[n] ?? "");
  if (!milestone) return;
  const expected = { startOn: milestone.startOn, targetOn: milestone.targetOn };
  await changeDates(scope, milestone, { targetOn, expected, reason });
}
