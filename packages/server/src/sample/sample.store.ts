import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { newId } from "../kit/id.ts";

const SOURCE = "sample";

/** Addresses that no mail can reach mark the people of the sample. */
export const SAMPLE_DOMAIN = "sample.invalid";

/** Marks the project, so that it can be found again when the sample goes. */
export async function keepTrace({ tx, actor }: Scope, projectId: string): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .insertInto("externalIds")
    .values({
      workspaceId,
      id: newId(),
      projectId,
      source: SOURCE,
      noun: "project",
      externalId: projectId,
      nounId: projectId,
    })
    .execute();
}

/** Of two who add it at the same moment one does, and the other hears so at once; false for them. */
export async function holdSample({ tx, actor }: Scope): Promise<boolean> {
  const row = await tx
    .selectFrom("workspaces")
    .select("workspaceId")
    .where("workspaceId", "=", actor.workspaceId)
    .forNoKeyUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row !== undefined;
}

export async function samplePeople({ tx, actor }: Scope): Promise<string[]> {
  const rows = await tx
    .selectFrom("persons")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("email", "like", `%@${SAMPLE_DOMAIN}`)
    .execute();
  return rows.map((row) => row.id);
}

/** Clients whose contacts are of the sample. */
export async function sampleClients({ tx, actor }: Scope, personIds: readonly string[]): Promise<string[]> {
  if (personIds.length === 0) return [];
  const rows = await tx
    .selectFrom("contacts")
    .select("clientId")
    .distinct()
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "in", personIds)
    .execute();
  return rows.map((row) => row.clientId);
}

/** The sample project as long as it is there, in the trash or not. */
export async function sampleProject({
  tx,
  actor,
}: Scope): Promise<{ id: string; key: string; name: string } | undefined> {
  return tx
    .selectFrom("externalIds as x")
    .innerJoin("projects as p", (join) =>
      join.onRef("p.workspaceId", "=", "x.workspaceId").onRef("p.id", "=", "x.nounId"),
    )
    .select(["p.id", "p.key", "p.name"])
    .where("x.workspaceId", "=", actor.workspaceId)
    .where("x.source", "=", SOURCE)
    .where("x.noun", "=", "project")
    .executeTakeFirst();
}

/** Columns hold on to their cards, so the cards go first; everything else of the project goes with it. */
export async function eraseProject({ tx, actor }: Scope, id: string): Promise<void> {
  const { workspaceId } = actor;
  await tx.deleteFrom("cards").where("workspaceId", "=", workspaceId).where("projectId", "=", id).execute();
  await tx.deleteFrom("trash").where("workspaceId", "=", workspaceId).where("thingId", "=", id).execute();
  await tx.deleteFrom("projects").where("workspaceId", "=", workspaceId).where("id", "=", id).execute();
}

/** Its people leave with their sign-ins, which never had a password. */
export async function erasePeople({ tx, actor }: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { workspaceId } = actor;
  const users = await tx
    .deleteFrom("members")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "in", ids)
    .returning("userId")
    .execute();
  await tx.deleteFrom("persons").where("workspaceId", "=", workspaceId).where("id", "in", ids).execute();
  const userIds = users.map((user) => user.userId);
  if (userIds.length > 0) await tx.deleteFrom("auth.user").where("id", "in", userIds).execute();
}

/** A client for whom somebody has begun real work stays. */
export async function clientsAtWork({ tx, actor }: Scope, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx
    .selectFrom("projects as p")
    .select("p.clientId")
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.clientId", "in", ids)
    .where(notInTrash("p.workspaceId", "p.id"))
    .execute();
  return new Set(rows.flatMap((row) => row.clientId ?? []));
}

export async function contactsOfClients(
  { tx, actor }: Scope,
  clientIds: readonly string[],
): Promise<string[]> {
  if (clientIds.length === 0) return [];
  const rows = await tx
    .selectFrom("contacts")
    .select("personId")
    .where("workspaceId", "=", actor.workspaceId)
    .where("clientId", "in", clientIds)
    .execute();
  return rows.map((row) => row.personId);
}

export async function eraseClients({ tx, actor }: Scope, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom("clients")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "in", ids)
    .execute();
}
