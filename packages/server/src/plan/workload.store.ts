import type { Scope } from "../access/scope.ts";
import { notInTrash } from "../db/trash.ts";

export interface RunningProject {
  id: string;
  key: string;
  name: string;
}

/** Every project that asks for time now, whether this person sees it or not. */
export async function runningProjects({ tx, actor }: Scope): Promise<RunningProject[]> {
  return tx
    .selectFrom("projects as p")
    .select(["p.id", "p.key", "p.name"])
    .where("p.workspaceId", "=", actor.workspaceId)
    .where("p.archivedAt", "is", null)
    .where("p.pausedAt", "is", null)
    .where("p.state", "!=", "completed")
    .where(notInTrash("p.workspaceId", "p.id"))
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
}
