import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";
import { notInTrash } from "../db/trash.ts";

export interface FeedRow {
  id: string;
  projectId: string | null;
  projectKey: string | null;
  projectName: string | null;
  shows: string | null;
  createdAt: Date;
}

/** The calendar feeds of a person that still open. */
export async function listFeeds(
  tx: Tx,
  { workspaceId, personId, projectId }: { workspaceId: string; personId: string; projectId?: string },
): Promise<FeedRow[]> {
  let query = tx
    .selectFrom("links as l")
    .leftJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "l.workspaceId").onRef("p.id", "=", "l.projectId"),
    )
    .select(["l.id", "l.projectId", "p.key as projectKey", "p.name as projectName", "l.shows", "l.createdAt"])
    .where("l.workspaceId", "=", workspaceId)
    .where("l.personId", "=", personId)
    .where("l.kind", "=", "feed")
    .where("l.revokedAt", "is", null)
    .orderBy("l.id");
  if (projectId) query = query.where("l.projectId", "=", projectId);
  return query.execute();
}

/** False where it was ended already, or is somebody else's. */
export async function revokeFeed(
  { tx, actor, now }: Scope,
  of: { personId: string } & ({ id: string } | { projectId: string }),
): Promise<boolean> {
  const query = tx
    .updateTable("links")
    .set({ revokedAt: now })
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", of.personId)
    .where("kind", "=", "feed")
    .where("revokedAt", "is", null);
  const { numUpdatedRows } = await ("id" in of
    ? query.where("id", "=", of.id)
    : query.where("projectId", "=", of.projectId)
  ).executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** What a feed shows is fixed when it is made. */
export async function fixFeed(tx: Tx, workspaceId: string, id: string, shows: string): Promise<void> {
  await tx
    .updateTable("links")
    .set({ shows })
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .execute();
}

export async function feedMember(tx: Tx, workspaceId: string, personId: string) {
  return tx
    .selectFrom("members as m")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.personId"),
    )
    .innerJoin("workspaces as w", "w.workspaceId", "m.workspaceId")
    .select(["m.userId", "m.role", "p.name", "p.zone", "w.name as house"])
    .where("m.workspaceId", "=", workspaceId)
    .where("m.personId", "=", personId)
    .where("m.status", "=", "active")
    .executeTakeFirst();
}

export interface FeedEntry {
  id: string;
  number: number;
  title: string;
  on: string | null;
  createdAt: Date;
  revision: number;
  projectKey: string;
  projectName: string;
}

interface Wanted {
  /** Null for what is theirs in all projects that they see. */
  projectId: string | null;
  projectIds: readonly string[];
  personId: string;
}

/** Milestones with a day, as the team plans them today. */
export async function feedMilestones({ tx, actor }: Scope, { projectId, projectIds, personId }: Wanted) {
  if (projectIds.length === 0) return [];
  let query = tx
    .selectFrom("milestones as m")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "m.workspaceId").onRef("p.id", "=", "m.projectId"),
    )
    .select(["m.id", "m.number", "m.title", "m.createdAt", "m.revision", "m.outcome", "m.state"])
    .select(({ fn }) => fn.coalesce("m.reachedOn", "m.targetOn").as("on"))
    .select(["p.key as projectKey", "p.name as projectName"])
    .where("m.workspaceId", "=", actor.workspaceId)
    .where("m.projectId", "in", projectIds)
    .where("m.state", "<>", "dropped")
    .where("m.targetOn", "is not", null)
    .where(notInTrash("m.workspaceId", "m.id"))
    .orderBy("m.targetOn")
    .orderBy("m.id");
  if (projectId === null) query = query.where("m.ownerId", "=", personId);
  return query.execute();
}

/** Open cards with a due day: of one project all, of all projects those that carry this person. */
export async function feedCards({ tx, actor }: Scope, { projectId, projectIds, personId }: Wanted) {
  if (projectIds.length === 0) return [];
  let query = tx
    .selectFrom("cards as c")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "c.workspaceId").onRef("p.id", "=", "c.projectId"),
    )
    .select(["c.id", "c.number", "c.title", "c.createdAt", "c.revision", "c.dueOn as on"])
    .select(["p.key as projectKey", "p.name as projectName"])
    .where("c.workspaceId", "=", actor.workspaceId)
    .where("c.projectId", "in", projectIds)
    .where("c.dueOn", "is not", null)
    .where("c.doneAt", "is", null)
    .where("c.archivedAt", "is", null)
    .where(notInTrash("c.workspaceId", "c.id"))
    .orderBy("c.dueOn")
    .orderBy("c.id");
  if (projectId === null || actor.role === "guest")
    query = query.where(({ exists, selectFrom }) =>
      exists(
        selectFrom("cardPeople as cp")
          .select("cp.cardId")
          .whereRef("cp.workspaceId", "=", "c.workspaceId")
          .whereRef("cp.cardId", "=", "c.id")
          .where("cp.personId", "=", personId),
      ),
    );
  return query.execute();
}

/** Reviews that are to come, to which this person is invited. */
export async function feedReviews({ tx, actor }: Scope, { projectIds, personId }: Wanted) {
  if (projectIds.length === 0) return [];
  return tx
    .selectFrom("reviews as r")
    .innerJoin("projects as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.projectId"),
    )
    .innerJoin("reviewInvitees as i", (on) =>
      on.onRef("i.workspaceId", "=", "r.workspaceId").onRef("i.projectId", "=", "r.projectId"),
    )
    .select([
      "r.id",
      "r.dueAt",
      "r.dueOn",
      "r.createdAt",
      "r.revision",
      "p.key as projectKey",
      "p.name as projectName",
    ])
    .where("r.workspaceId", "=", actor.workspaceId)
    .where("r.projectId", "in", projectIds)
    .where("i.personId", "=", personId)
    .where("r.heldAt", "is", null)
    .where("r.skippedAt", "is", null)
    .orderBy("r.dueAt")
    .orderBy("r.id")
    .execute();
}
