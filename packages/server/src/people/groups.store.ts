import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";

export interface GroupRow {
  id: string;
  name: string;
  revision: number;
  /** Those of them who work here. */
  personIds: string[];
}

export function listGroups({ tx, actor }: Scope, id?: string): Promise<GroupRow[]> {
  return tx
    .selectFrom("groups as g")
    .select(["g.id", "g.name", "g.revision"])
    .select(
      sql<string[]>`array(select p.id::text from group_people gp
        join members m on m.workspace_id = gp.workspace_id and m.person_id = gp.person_id and m.status = 'active'
        join persons p on p.workspace_id = gp.workspace_id and p.id = gp.person_id
        where gp.workspace_id = g.workspace_id and gp.group_id = g.id order by p.name, p.id)`.as("personIds"),
    )
    .where("g.workspaceId", "=", actor.workspaceId)
    .$if(id !== undefined, (query) => query.where("g.id", "=", id ?? ""))
    .orderBy(sql`lower(g.name)`)
    .execute();
}

export async function isNameTaken(
  { tx, actor }: Scope,
  name: string,
  butOf: string | null,
): Promise<boolean> {
  const row = await tx
    .selectFrom("groups")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where("id", "is distinct from", butOf)
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertGroup(
  { tx, actor, now }: Scope,
  { id, name }: Pick<GroupRow, "id" | "name">,
): Promise<void> {
  await tx
    .insertInto("groups")
    .values({ workspaceId: actor.workspaceId, id, name, createdAt: now })
    .execute();
}

export function renameGroup(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  name: string,
): Promise<boolean> {
  return updateSeen(tx, "groups", { workspaceId: actor.workspaceId, id, revision }, { name });
}

/** Exactly these belong to it. */
export async function fillGroup(
  { tx, actor }: Scope,
  groupId: string,
  personIds: readonly string[],
): Promise<void> {
  const { workspaceId } = actor;
  await tx
    .deleteFrom("groupPeople")
    .where("workspaceId", "=", workspaceId)
    .where("groupId", "=", groupId)
    .execute();
  if (personIds.length === 0) return;
  await tx
    .insertInto("groupPeople")
    .values(personIds.map((personId) => ({ workspaceId, groupId, personId })))
    .execute();
}

export async function deleteGroup({ tx, actor }: Scope, id: string): Promise<void> {
  await tx.deleteFrom("groups").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}
