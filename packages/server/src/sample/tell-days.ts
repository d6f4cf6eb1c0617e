import { keepToday } from "../plan/daily-snapshots.store.ts";
import type { Made } from "./made.ts";
import { LAST_DAY, type Story } from "./story.ts";

/** Each evening says what was planned on that day. */
export function tellDays(story: Story, made: Made): void {
  for (let day = 0; day <= LAST_DAY; day++)
    if (day % 7 < 5) story.at(day, 18, "mia", (scope) => keepToday(scope.tx, scope.now, made.milestones));
}
