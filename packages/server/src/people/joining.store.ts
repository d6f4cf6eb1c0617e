import type { Insertable } from "kysely";
import type { Tx } from "../db/database.ts";
import type { PersonsTable } from "../db/schema.ts";

export async function insertPerson(tx: Tx, person: Insertable<PersonsTable>): Promise<void> {
  await tx.insertInto("persons").values(person).execute();
}

/** Makes a member; somebody who was removed comes back with the role given now. */
export async function insertMember(
  tx: Tx,
  member: { workspaceId: string; personId: string; userId: string; role: string },
): Promise<void> {
  await tx
    .insertInto("members")
    .values({ ...member, removedAt: null })
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "personId"]).doUpdateSet((row) => ({
        role: member.role,
        userId: member.userId,
        status: "active",
        removedAt: null,
        revision: row("members.revision", "+", 1),
      })),
    )
    .execute();
}

/** Project membership belongs to projects, which stand above people; joining and leaving alone write it from below. */
export async function joinProjects(
  tx: Tx,
  workspaceId: string,
  personId: string,
  projectIds: readonly string[],
): Promise<void> {
  if (projectIds.length === 0) return;
  const rows = await tx
    .selectFrom("projects")
    .select("id")
    .where("workspaceId", "=", workspaceId)
    .where("id", "in", projectIds)
    .execute();
  if (rows.length === 0) return;
  await tx
    .insertInto("projectMembers")
    .values(rows.map(({ id }) => ({ workspaceId, projectId: id, personId, role: "member" })))
    .onConflict((conflict) => conflict.columns(["workspaceId", "projectId", "personId"]).doNothing())
    .execute();
}

/** A guest leads nothing and sees no money; what they work on stays. */
export async function stopLeading(tx: Tx, workspaceId: string, personId: string): Promise<void> {
  await tx
    .updateTable("projectMembers")
    .set({ role: "member", seesMoney: false })
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .execute();
  await withoutLead(tx, workspaceId, personId);
}

/** Somebody who is invited again starts with what that invitation names; until then a project they led has no lead. */
export async function leaveProjects(tx: Tx, workspaceId: string, personId: string): Promise<string[]> {
  const left = await tx
    .deleteFrom("projectMembers")
    .where("workspaceId", "=", workspaceId)
    .where("personId", "=", personId)
    .returning("projectId")
    .execute();
  await withoutLead(tx, workspaceId, personId);
  return left.map(({ projectId }) => projectId);
}

async function withoutLead(tx: Tx, workspaceId: string, personId: string): Promise<void> {
  await tx
    .updateTable("projects")
    .set({ leadId: null })
    .where("workspaceId", "=", workspaceId)
    .where("leadId", "=", personId)
    .execute();
}
