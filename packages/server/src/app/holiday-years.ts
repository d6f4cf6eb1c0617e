import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import { extendHolidays, lastYearNeeded } from "../people/coming-holidays.ts";
import { placesRunningOut } from "../people/holidays.store.ts";

/** Every night: places whose public holidays somebody has taken get the years that have come into sight. */
export async function extendTakenHolidays({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (const { workspaceId, ...place } of await placesRunningOut(database.maintenance, lastYearNeeded(now)))
    await database.inWorkspace(workspaceId, (tx) =>
      extendHolidays({ tx, actor: houseOf(workspaceId), kit, now, requestId: "" }, place),
    );
}
