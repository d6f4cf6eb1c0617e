import { keepToday } from "../plan/daily-snapshots.store.ts";
import type { Made } from "./made.ts";
import type { Story } from "./story.ts";

/** Each evening says what was planned on that day. */
export function tellDays(story: Story, made: Made): void {
  for (let week = 0; week < 7; week++)
    for (let day = week * 7; day < week * 7 + 5; day++)
      story.at(day, 18, "mia", (scope) => keepToday(scope.tx, scope.now, made.milestones));
}
