import { addDays } from "@milepost/planning";
import type { Services } from "../access/route.ts";
import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import { civilDate } from "../kit/clock.ts";
import { keepToday, milestoneEvents, thinSnapshots } from "../plan/daily-snapshots.store.ts";

const CURSOR = "daily-snapshots";
const BATCH = 500;
const WHOLE_DAYS = 90;

/** The dates of milestones that something happened to, as soon as it has. */
export async function keepChangedDates({ database, kit }: Services): Promise<number> {
  const { maintenance } = database;
  if ((await milestoneEvents(maintenance, await peekCursor(maintenance, CURSOR), 1)).length === 0) return 0;
  return maintenance.transaction().execute(async (tx) => {
    const events = await milestoneEvents(tx, await takeCursor(tx, CURSOR), BATCH);
    const last = events.at(-1);
    if (!last) return 0;
    const changed = new Set(events.map(({ milestoneId }) => milestoneId));
    await keepToday(tx, kit.clock.now(), [...changed]);
    await moveCursor(tx, CURSOR, last);
    return changed.size;
  });
}

/** Every night the dates of all open milestones; what is older than 90 days keeps one day of each week. */
export async function keepDates({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  await keepToday(database.maintenance, now, null);
  await thinSnapshots(database.maintenance, addDays(civilDate(now, "UTC"), -WHOLE_DAYS));
}
