import { eveningBefore } from "@milepost/planning";
import type { Scope } from "../access/scope.ts";
import { recordFor } from "../events/events.ts";
import { zoneBetween } from "../kit/zone.ts";
import { queueMail } from "../mail/mails.ts";
import type { WorkCalendar } from "../milestones/work-calendar.ts";
import { mailWithHomeLink } from "../portal/home-link.ts";
import { inviteesOf } from "../projects/review-series.ts";
import { asksOf, readAgenda } from "./agenda.ts";
import { type AgendaLine, agendaLines } from "./agenda-lines.ts";
import {
  type Address,
  addressesOf,
  claimReminder,
  type UnannouncedReview,
  unannounced,
} from "./reminders.store.ts";

/**
 * Reminds of the reviews whose evening before has come: 17:00 of the last working day in the workspace's zone, since the review is at
 * one moment for all. Each person is told of each day once. Whoever slept through the evening is told until the day is over.
 */
export async function remindOfReviews(
  scope: Scope,
  { zone: name, calendar, today }: Pick<WorkCalendar, "zone" | "calendar" | "today">,
): Promise<void> {
  const year = Number(today.slice(0, 4));
  const zone = zoneBetween(name, year - 1, year + 3);
  for (const review of await unannounced(scope, today)) {
    const evening = eveningBefore(review.dueOn, { zone, calendar }) * 60_000;
    if (scope.now.getTime() < evening) continue;
    // From here on its day is known and moves no more by itself, whether anybody is mailed or not.
    if ((await claimReminder(scope, review.id, review.dueOn)) && review.remind) await announce(scope, review);
  }
}

async function announce(scope: Scope, review: UnannouncedReview): Promise<void> {
  const { tx, actor, now } = scope;
  const { id, projectId, dueOn, dueAt, clientPart } = review;
  const people = (await inviteesOf(scope, projectId)).filter(({ kind }) => kind === "member" || clientPart);
  const ids = people.map((each) => each.id);
  const addresses = new Map((await addressesOf(scope, ids)).map((each) => [each.id, each]));
  const agenda = agendaLines(await readAgenda(scope, projectId));
  for (const { id: personId, kind, role } of people) {
    const to = addresses.get(personId);
    if (!to) continue;
    if (kind === "contact") await tellContact(scope, review, to);
    // A guest works on some of it: what the whole project waits for is not theirs to read.
    else await tellMember(scope, review, to, role === "guest" ? [] : agenda);
  }
  await recordFor(
    tx,
    { workspaceId: actor.workspaceId, actorId: null, at: now },
    {
      verb: "review.announced",
      subject: { kind: "review", id },
      projectId,
      data: { dueOn, dueAt: dueAt.toISOString(), to: ids },
    },
  );
}

async function tellMember(
  { tx, kit, actor }: Scope,
  { id, projectId, key, name, dueOn, dueAt }: UnannouncedReview,
  { id: personId, email, zone }: Address,
  agenda: AgendaLine[],
): Promise<void> {
  const data = { key, project: name, dueAt: dueAt.toISOString(), zone, agenda };
  const to = { workspaceId: actor.workspaceId, personId, email, projectId };
  await queueMail(tx, kit, to, { kind: "reviewReminder", data }, `${id}:${dueOn}:${personId}`);
}

async function tellContact(
  scope: Scope,
  { id, projectId, name, dueOn, dueAt }: UnannouncedReview,
  { id: personId, email, language, zone }: Address,
): Promise<void> {
  const { tx, kit, actor } = scope;
  const waiting = await asksOf(scope, projectId, personId);
  const data = { project: name, dueAt: dueAt.toISOString(), zone, waiting };
  await mailWithHomeLink(
    tx,
    kit,
    { workspaceId: actor.workspaceId, personId, email, language, projectId },
    (linkId) => ({ kind: "clientReview", data: { ...data, linkId } }),
    `${id}:${dueOn}:${personId}`,
  );
}
