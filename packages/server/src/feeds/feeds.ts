import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { record } from "../events/events.ts";
import { notFound, refused } from "../kit/errors.ts";
import { sha256 } from "../kit/secret.ts";
import { linkAddress } from "../mail/mail-link.ts";
import { passwordHashOf } from "../people/auth-users.store.ts";
import { makePersonLink } from "../portal/person-links.ts";
import { visibleProject } from "../projects/project-access.store.ts";
import { type FeedRow, feedMember, fixFeed, listFeeds, revokeFeed } from "./feeds.store.ts";
import type { FeedView } from "./feeds.view.ts";

export interface WantedFeed {
  projectId: string | null;
  withCards: boolean;
}

/** More than anybody has calendars. */
const MANY = 20;

/** The feeds of whoever asks. */
export async function ownFeeds({ tx, actor }: Scope): Promise<FeedView[]> {
  const { workspaceId, personId } = actor;
  return (await listFeeds(tx, { workspaceId, personId })).map(present);
}

function present({ id, projectId, projectKey, projectName, shows, createdAt }: FeedRow): FeedView {
  return {
    id,
    project: projectId === null ? null : { id: projectId, key: projectKey ?? "", name: projectName ?? "" },
    withCards: shows === "cards",
    createdAt: createdAt.toISOString(),
  };
}

/** The address is in this answer and nowhere else; another password, and it is void. */
export async function makeFeed(
  scope: Scope,
  { projectId, withCards }: WantedFeed,
): Promise<{ id: string; url: string }> {
  const { tx, kit, actor } = scope;
  const { workspaceId, personId } = actor;
  if (projectId !== null) await visibleProject(scope, projectId);
  const bound = await memberBond(tx, workspaceId, personId);
  if (bound === null) throw notFound();
  if ((await listFeeds(tx, { workspaceId, personId })).length >= MANY)
    throw refused("too-many-feeds", `You have ${MANY} calendar addresses: end one of them first.`);
  const id = await makePersonLink(tx, kit, {
    workspaceId,
    kind: "feed",
    person: { id: personId, email: "" },
    boundTo: bound,
    ...(projectId === null ? {} : { projectId }),
  });
  await fixFeed(tx, workspaceId, id, withCards ? "cards" : "milestones");
  await record(scope, {
    verb: "feed.made",
    subject: { kind: "person", id: personId },
    projectId,
    data: { withCards },
  });
  return { id, url: feedAddress(kit, id) };
}

/** The same under another address; the one before is void from now on. */
export async function renewFeed(scope: Scope, id: string): Promise<{ id: string; url: string }> {
  const { workspaceId, personId } = scope.actor;
  const old = (await listFeeds(scope.tx, { workspaceId, personId })).find((feed) => feed.id === id);
  await endOwnFeed(scope, id);
  return makeFeed(scope, { projectId: old?.projectId ?? null, withCards: old?.shows === "cards" });
}

export function feedAddress(kit: Scope["kit"], id: string): string {
  return `${linkAddress(kit, "feed", id)}.ics`;
}

/** What ties a member's feed to their password; null for who does not work here. */
export async function memberBond(tx: Tx, workspaceId: string, personId: string): Promise<string | null> {
  const member = await feedMember(tx, workspaceId, personId);
  if (!member) return null;
  return sha256((member.userId && (await passwordHashOf(tx, member.userId))) || "no password");
}

export async function endOwnFeed(scope: Scope, id: string): Promise<void> {
  const { personId } = scope.actor;
  if (!(await revokeFeed(scope, { personId, id }))) throw notFound();
  await record(scope, { verb: "feed.ended", subject: { kind: "person", id: personId } });
}

/** A manager ends the feed of a person of the client. */
export async function endContactFeed(scope: Scope, projectId: string, personId: string): Promise<void> {
  if (!(await revokeFeed(scope, { personId, projectId }))) throw notFound();
  await record(scope, { verb: "feed.ended", subject: { kind: "person", id: personId }, projectId });
}
