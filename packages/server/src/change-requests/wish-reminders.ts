import { isWorkingDay, workingDaysBetween } from "@milepost/planning";
import { houseFor, houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { findAsker } from "../approvals/askers.store.ts";
import { record } from "../events/events.ts";
import { tellOnce } from "../events/tellings.store.ts";
import { civilDate } from "../kit/clock.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { type ChangeRow, findChange, waitingChanges } from "./change-requests.store.ts";

/** Working days without an answer after which the lead is reminded, the latest first. */
const AFTER_DAYS = [5, 2] as const;

/** Who leads a project finds what its client asked for and has no answer to in the inbox again, on working days and each time once. */
export async function remindOfWishes({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (const { workspaceId, id, since } of await waitingChanges(database.maintenance))
    await database.inWorkspace(workspaceId, async (tx) => {
      const scope = { tx, actor: houseOf(workspaceId), kit, now, requestId: "" };
      const { zone, today, calendar } = await workCalendar(scope);
      if (!isWorkingDay(calendar, today)) return;
      const asked = civilDate(since, zone);
      const days = workingDaysBetween(calendar, asked, today);
      const after = AFTER_DAYS.find((least) => days >= least);
      if (after === undefined) return;
      const change = await findChange(scope, id);
      if (change) await tellLead(scope, change, { days, turn: `${asked}:${after}` });
    });
}

async function tellLead(
  scope: Scope,
  { workspaceId, id, projectId }: ChangeRow,
  { days, turn }: { days: number; turn: string },
): Promise<void> {
  const lead = await findAsker(scope, { projectId, askedBy: null });
  if (!lead) return;
  const telling = { workspaceId, personId: lead.id, thingId: id, code: `unanswered:${turn}` };
  if (!(await tellOnce(scope.tx, telling, scope.now))) return;
  await record(
    { ...scope, actor: houseFor(workspaceId, lead.id) },
    {
      verb: "changeRequest.unanswered",
      subject: { kind: "changeRequest", id },
      projectId,
      data: { to: lead.id, days },
    },
  );
}
