import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";
import { seesAllProjects } from "../projects/project-access.store.ts";

export interface SeenProject {
  id: string;
  key: string;
  name: string;
  archived: boolean;
}

/** The projects in which this person may look, as every list of them has it. */
export async function seenProjects({ tx, actor }: Scope): Promise<SeenProject[]> {
  let query = tx
    .selectFrom("projects as p")
    .select(["p.id", "p.key", "p.name"])
    .select((is) => is("p.archivedAt", "is not", null).$castTo<boolean>().as("archived"))
    .where("p.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("p.workspaceId", "p.id"));
  if (!seesAllProjects(actor))
    query = query.where((is) =>
      is.or([
        is("p.leadId", "=", actor.personId),
        is.exists(
          is
            .selectFrom("projectMembers as m")
            .select("m.personId")
            .whereRef("m.workspaceId", "=", "p.workspaceId")
            .whereRef("m.projectId", "=", "p.id")
            .where("m.personId", "=", actor.personId),
        ),
      ]),
    );
  return query.execute();
}
