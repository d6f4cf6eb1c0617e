import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { ProjectsTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";
import { seesAllProjects } from "./project-access.store.ts";
import type { StoredCadence } from "./review-words.ts";

export type ProjectRow = Selectable<ProjectsTable> & StoredCadence & { myRole: string | null };

/** Projects that this person may see, in name order. */
export async function listProjects(
  scope: Scope,
  filter: { archived: boolean; id?: string; key?: string },
): Promise<ProjectRow[]> {
  const { tx, actor } = scope;
  let query = tx
    .selectFrom("projects as p")
    .leftJoin("projectMembers as m", (join) =>
      join
        .onRef("m.workspaceId", "=", "p.workspaceId")
        .onRef("m.projectId", "=", "p.id")
        .on("m.personId", "=", actor.personId),
    )
    .leftJoin("reviewSeries as s", (join) =>
      join
        .onRef("s.workspaceId", "=", "p.workspaceId")
        .onRef("s.projectId", "=", "p.id")
        .on("s.endedAt", "is", null),
    )
    .selectAll("p")
    .select(["m.role as myRole", "s.cadence", "s.everyDays"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("p.name")
    .orderBy("p.id");
  if (filter.id) query = query.where("p.id", "=", filter.id);
  else if (filter.key) query = query.where("p.key", "=", filter.key);
  else query = query.where("p.archivedAt", filter.archived ? "is not" : "is", null);
  if (!seesAllProjects(actor))
    query = query.where((is) => is.or([is("m.role", "is not", null), is("p.leadId", "=", actor.personId)]));
  return query.execute();
}

export async function findProject(scope: Scope, id: string): Promise<ProjectRow | undefined> {
  return (await listProjects(scope, { archived: false, id }))[0];
}

/** Addresses carry the key; archived projects keep theirs. */
export async function findProjectByKey(scope: Scope, key: string): Promise<ProjectRow | undefined> {
  return (await listProjects(scope, { archived: false, key }))[0];
}

export async function takenKeys({ tx, actor }: Scope, stem: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("projects")
    .select("key")
    .where("workspaceId", "=", actor.workspaceId)
    .where("key", "like", `${stem}%`)
    .execute();
  return rows.map((row) => row.key);
}

/** False when the key was taken a moment ago. */
export async function insertProject({ tx }: Scope, project: Insertable<ProjectsTable>): Promise<boolean> {
  const written = await tx
    .insertInto("projects")
    .values(project)
    .onConflict((conflict) => conflict.columns(["workspaceId", "key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return written !== undefined;
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateProject(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<ProjectsTable>,
): Promise<boolean> {
  return updateSeen(tx, "projects", { workspaceId: actor.workspaceId, id, revision }, change);
}

/** Whether a client has been told anything of this project, or is about to be. */
export async function wasPublished({ tx, actor }: Scope, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom("publications")
    .select("id")
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "=", id)
    .where("withdrawnAt", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
