import type { Scope } from "../access/scope.ts";
import { TAKE_BACK_MS } from "../approvals/take-back.ts";
import { record } from "../events/events.ts";
import { conflict, notFound, refused, stale } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import type { MilestoneAccess } from "../milestones/milestone-access.ts";
import type { MilestoneRow } from "../milestones/milestones.store.ts";
import type { ProjectAccess } from "../projects/project-access.store.ts";
import { type Recipient, recipientsOf } from "../publications/publications.store.ts";
import { sayIn } from "../words/say.ts";
import {
  acceptedAt,
  findThanks,
  insertThanks,
  lockWaiting,
  removeThanks,
  rewordThanks,
  type ThanksRow,
} from "./thanks.store.ts";
import type { ThanksView } from "./thanks.view.ts";

type Reached = Pick<MilestoneRow, "id" | "audience" | "state">;

/** Clients are thanked for what they can see, once. */
export async function mayBeThanked(
  scope: Scope,
  { clientId, id }: ProjectAccess,
  milestone: Reached,
): Promise<boolean> {
  if (clientId === null || milestone.audience !== "client" || milestone.state !== "accepted") return false;
  if (await findThanks(scope, milestone.id)) return false;
  return (await recipientsOf(scope, id)).length > 0;
}

export async function readThanks(scope: Scope, access: MilestoneAccess): Promise<ThanksView> {
  const { milestone, project } = access;
  const written = await findThanks(scope, milestone.id);
  if (!written && !(await mayBeThanked(scope, project, milestone)))
    throw notFound("There is nobody to thank for this milestone.");
  return present(scope, access, written);
}

export async function writeThanks(scope: Scope, access: MilestoneAccess, words: string): Promise<ThanksView> {
  const { milestone, project } = access;
  const isThanked = (await findThanks(scope, milestone.id)) !== undefined;
  if (!isThanked && !(await mayBeThanked(scope, project, milestone)))
    throw refused(
      "nobody-to-thank",
      "The client is thanked for milestones that it can see and that are reached.",
    );
  const language = readerOf(await recipientsOf(scope, project.id))?.language ?? "en";
  const { id: milestoneId } = milestone;
  if (isThanked || !(await insertThanks(scope, { id: newId(), milestoneId, words, language })))
    throw conflict("thanked", "Somebody has thanked the client for this milestone already.");
  await tell(scope, access, "written");
  return present(scope, access, await findThanks(scope, milestoneId));
}

export async function changeThanks(
  scope: Scope,
  access: MilestoneAccess,
  revision: number,
  words: string,
): Promise<ThanksView> {
  const waiting = await stillWaiting(scope, access);
  if (!(await rewordThanks(scope, waiting, revision, words)))
    throw stale(await present(scope, access, waiting));
  await tell(scope, access, "changed");
  return present(scope, access, await findThanks(scope, access.milestone.id));
}

export async function takeThanksBack(scope: Scope, access: MilestoneAccess): Promise<void> {
  await removeThanks(scope, await stillWaiting(scope, access));
  await tell(scope, access, "takenBack");
}

async function stillWaiting(scope: Scope, { milestone }: MilestoneAccess): Promise<ThanksRow> {
  const waiting = await lockWaiting(scope, milestone.id);
  if (waiting) return waiting;
  if (await findThanks(scope, milestone.id)) throw conflict("thanks-sent", "It has been sent already.");
  throw notFound();
}

async function present(
  scope: Scope,
  { milestone, project }: MilestoneAccess,
  written: ThanksRow | undefined,
): Promise<ThanksView> {
  const readers = await recipientsOf(scope, project.id);
  const accepted = await acceptedAt(scope, milestone.id);
  const language = written?.language ?? readerOf(readers)?.language ?? "en";
  return {
    milestoneId: milestone.id,
    state: written ? (written.sentAt ? "sent" : "waiting") : "offered",
    words: written?.words ?? draftOf(scope, milestone.title, readers),
    language,
    readers: readers.map(({ name }) => name),
    leavesAt: accepted ? new Date(accepted.getTime() + TAKE_BACK_MS).toISOString() : null,
    sentAt: written?.sentAt?.toISOString() ?? null,
    revision: written?.revision ?? 0,
  };
}

/** Whoever decides comes first; the words are in their language. */
function readerOf(readers: readonly Recipient[]): Recipient | undefined {
  return readers.find(({ role }) => role === "approver") ?? readers[0];
}

function draftOf({ actor }: Scope, milestone: string, readers: readonly Recipient[]): string {
  const reader = readerOf(readers);
  const say = sayIn(reader?.language ?? "en");
  return [
    say("Hello {name},", { name: reader?.name ?? "" }),
    say(
      "{milestone} is reached. Thank you for your part in it: your answers and decisions are what got us here.",
      { milestone },
    ),
    say("Kind regards"),
  ]
    .join("\n\n")
    .concat(`\n${actor.name}`);
}

async function tell(
  scope: Scope,
  { milestone, project }: MilestoneAccess,
  what: "written" | "changed" | "takenBack",
): Promise<void> {
  await record(scope, {
    verb: `thanks.${what}`,
    subject: { kind: "milestone", id: milestone.id },
    projectId: project.id,
  });
}
