import { houseFor, houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { tellOnce } from "../events/tellings.store.ts";
import { civilDate, hourOf } from "../kit/clock.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { reminderTurn } from "../plan/reminder-days.ts";
import { findRequest, type RequestRow } from "./client-requests.store.ts";
import { dueRequests, workspacesWithDueRequests } from "./reminders.store.ts";
import { mailRequest } from "./request-mails.ts";
import { findAsker } from "./request-people.store.ts";

/** Nobody is reminded in the night of the workspace. */
const FROM_HOUR = 8;

/** Reminds contacts of what they were asked for, on working days and each turn once, and then tells the team instead. */
export async function remindOfRequests({ database, kit }: Services): Promise<void> {
  const now = kit.clock.now();
  for (const workspaceId of await workspacesWithDueRequests(database.maintenance)) {
    const house = { actor: houseOf(workspaceId), kit, now, requestId: "" };
    await database.inWorkspace(workspaceId, (tx) => remind({ tx, ...house }));
  }
}

async function remind(scope: Scope): Promise<void> {
  const { zone, today, calendar } = await workCalendar(scope);
  const isNight = hourOf(scope.now, zone) < FROM_HOUR;
  for (const { id, dueOn, askedAt, returnedAt } of await dueRequests(scope.tx, scope.actor.workspaceId)) {
    const asked = returnedAt ?? askedAt;
    if (dueOn === null || asked === null) continue;
    const turn = reminderTurn(calendar, { dueOn, askedOn: civilDate(asked, zone) }, today);
    // The team finds it in the inbox, and so in the mail of that morning; a contact gets a mail by itself.
    if (turn === null || (isNight && turn !== "team")) continue;
    const request = await findRequest(scope, id);
    if (!request) continue;
    if (turn === "team") await tellTeam(scope, request);
    else await mailRequest(scope, request, { turn });
  }
}

/** No reminder goes out any more: it is with who asked again. */
async function tellTeam(scope: Scope, request: RequestRow): Promise<void> {
  const { workspaceId, id, projectId, milestoneId, dueOn } = request;
  const asker = await findAsker(scope.tx, request);
  if (!asker) return;
  const { personId } = asker;
  const telling = { workspaceId, personId, thingId: id, code: `unanswered:${dueOn}` };
  if (!(await tellOnce(scope.tx, telling, scope.now))) return;
  await record(
    { ...scope, actor: houseFor(workspaceId, personId) },
    {
      verb: "clientRequest.unanswered",
      subject: { kind: "clientRequest", id },
      projectId,
      data: { to: personId, milestoneId },
    },
  );
}
