import { isWorkingDay } from "@milepost/planning";
import { houseFor, houseOf } from "../access/house.ts";
import type { Services } from "../access/route.ts";
import type { Scope } from "../access/scope.ts";
import { record } from "../events/events.ts";
import { tellOnce } from "../events/tellings.store.ts";
import { civilDate } from "../kit/clock.ts";
import { Problem } from "../kit/errors.ts";
import { workCalendar } from "../milestones/work-calendar.ts";
import { type AskedPerson, peopleOf } from "./approval-people.store.ts";
import { ApprovalSnapshot } from "./approval-snapshot.view.ts";
import { type ApprovalRow, findApproval, snapshotText } from "./approvals.store.ts";
import { mailNudge } from "./asked-mails.ts";
import { findAsker } from "./askers.store.ts";
import { decide } from "./decide.ts";
import { decisionsOf } from "./decisions.store.ts";
import { dueReminder, remindersOf } from "./reminder-days.ts";
import { type WaitingRequest, waitingRequests } from "./reminders.store.ts";
import { standingOf } from "./standing.ts";

/** Reminds who is waited for, on working days and each time once; then tells the manager, or does what was agreed. */
export async function remindDeciders(services: Services): Promise<number> {
  const { database, kit } = services;
  let sent = 0;
  for (const one of await waitingRequests(database.maintenance, kit.clock.now()))
    sent += await remindAbout(services, one);
  return sent;
}

function remindAbout({ database, kit }: Services, { workspaceId, id }: WaitingRequest): Promise<number> {
  const now = kit.clock.now();
  return database.inWorkspace(workspaceId, async (tx) => {
    const scope: Scope = { tx, actor: houseOf(workspaceId), kit, now, requestId: "" };
    const approval = await findApproval(scope, id);
    if (!approval) return 0;
    const { calendar, today, zone } = await workCalendar(scope);
    if (!isWorkingDay(calendar, today)) return 0;
    const openedOn = civilDate(approval.opensAt, zone);
    const reminders = remindersOf(calendar, { ...approval, openedOn });
    const reminder = dueReminder(reminders, openedOn, today);
    if (!reminder) return 0;
    const waiting = await waitingFor(scope, approval);
    if (reminder.to === "deciders") {
      const lastDay = reminders.find(({ key }) => key === "window-100")?.on ?? null;
      const acceptsOn = approval.acceptanceThen === "accept" ? lastDay : null;
      return nudgeAll(scope, approval, waiting, { key: reminder.key, acceptsOn });
    }
    if (reminder.to === "window" && approval.acceptanceThen === "open") return 0;
    if (reminder.to === "window" && approval.acceptanceThen === "accept")
      return acceptAsAgreed(scope, approval, waiting);
    return tellManager(scope, approval, waiting, reminder.key);
  });
}

async function waitingFor(scope: Scope, approval: ApprovalRow): Promise<AskedPerson[]> {
  const people = await peopleOf(scope, [approval.id]);
  const { turn } = standingOf(approval, people, await decisionsOf(scope, [approval.id]));
  return people.filter(({ personId, part }) => part === "decider" && turn.includes(personId));
}

async function nudgeAll(
  scope: Scope,
  approval: ApprovalRow,
  waiting: readonly AskedPerson[],
  { key, acceptsOn }: { key: string; acceptsOn: string | null },
): Promise<number> {
  const { question } = ApprovalSnapshot.parse(JSON.parse(await snapshotText(scope, approval.id)));
  let sent = 0;
  for (const { personId, delegateId } of waiting) {
    const to = { personId: delegateId ?? personId, key, acceptsOn, wroteOn: null };
    if (await mailNudge(scope, approval, question, to)) sent++;
  }
  return sent;
}

/** Nobody answered in the time that both sides agreed to: it counts as accepted, and says so wherever it is shown. */
async function acceptAsAgreed(
  scope: Scope,
  approval: ApprovalRow,
  waiting: readonly AskedPerson[],
): Promise<number> {
  const { workspaceId, id, hash } = approval;
  try {
    for (const { personId } of waiting)
      await decide({ ...scope, actor: houseFor(workspaceId, personId) }, id, {
        personId,
        verdict: "approved",
        words: "",
        criteria: [],
        pins: [],
        choice: null,
        shownHash: hash,
        way: "window",
      });
    return waiting.length;
  } catch (error) {
    // What was asked has changed since, or its people are gone: then nothing was agreed about it.
    if (!(error instanceof Problem)) throw error;
    return tellManager(scope, approval, waiting, "window-over");
  }
}

async function tellManager(
  scope: Scope,
  approval: ApprovalRow,
  waiting: readonly AskedPerson[],
  key: string,
): Promise<number> {
  const { workspaceId, id, projectId, milestoneId } = approval;
  const asker = await findAsker(scope, approval);
  if (!asker) return 0;
  const telling = { workspaceId, personId: asker.id, thingId: id, code: `unanswered:${key}` };
  if (!(await tellOnce(scope.tx, telling, scope.now))) return 0;
  const by = { ...scope, actor: houseFor(workspaceId, asker.id) };
  await record(by, {
    verb: "approval.escalated",
    subject: { kind: "approval", id },
    projectId,
    data: {
      to: asker.id,
      waitingFor: waiting.map(({ personId }) => personId),
      milestoneId,
    },
  });
  return 1;
}
