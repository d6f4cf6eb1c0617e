import { isWorkingDay, workingDaysBetween } from "@milepost/planning";
import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import { civilDate, hourOf } from "../kit/clock.ts";
import { mailStates } from "../mail/mails.store.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { findChange, waitingChanges } from "./change-requests.store.ts";
import { mailWaiting } from "./wish-mails.ts";

/** Nobody is reminded in the night of the workspace. */
const FROM_HOUR = 8;
/** Working days without an answer after which the lead is reminded, the latest first. */
const AFTER_DAYS = [5, 2] as const;

/** Reminds who leads a project of what its client asked for and has no answer to, on working days and each time once. */
export async function remindOfWishes({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (const { workspaceId, id, since } of await waitingChanges(database.maintenance))
    await database.inWorkspace(workspaceId, async (tx) => {
      const scope = { tx, actor: houseOf(workspaceId), kit, now, requestId: "" };
      const { zone, today, calendar } = await workCalendar(scope);
      if (hourOf(now, zone) < FROM_HOUR || !isWorkingDay(calendar, today)) return;
      const asked = civilDate(since, zone);
      const days = workingDaysBetween(calendar, asked, today);
      const after = AFTER_DAYS.find((least) => days >= least);
      if (after === undefined) return;
      const turn = `${asked}:${after}`;
      if ((await mailStates(tx, workspaceId, [`wishWaiting:${id}:${turn}`])).size > 0) return;
      const change = await findChange(scope, id);
      if (change) await mailWaiting(scope, change, days, turn);
    });
}
