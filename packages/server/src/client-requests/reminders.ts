import { houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { civilDate, hourOf } from "../kit/clock.ts";
import { queueMail } from "../mail/mails.ts";
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
  if (hourOf(scope.now, zone) < FROM_HOUR) return;
  for (const { id, dueOn, askedAt, returnedAt } of await dueRequests(scope.tx, scope.actor.workspaceId)) {
    const asked = returnedAt ?? askedAt;
    if (dueOn === null || asked === null) continue;
    const turn = reminderTurn(calendar, { dueOn, askedOn: civilDate(asked, zone) }, today);
    const request = turn === null ? undefined : await findRequest(scope, id);
    if (!request || turn === null) continue;
    if (turn === "team") await tellTeam(scope, request);
    else await mailRequest(scope, request, { turn });
  }
}

async function tellTeam(scope: Scope, request: RequestRow): Promise<void> {
  const asker = await findAsker(scope.tx, request);
  if (!asker) return;
  const { personId, email, project, path } = asker;
  const { workspaceId, id, projectId, title, contactName, dueOn } = request;
  const data = { contact: contactName ?? "", project, title, news: "silent" as const, path };
  const to = { workspaceId, personId, email, projectId };
  await queueMail(scope.tx, scope.kit, to, { kind: "requestNews", data }, `${id}:silent:${dueOn}`);
}
