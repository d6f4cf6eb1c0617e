import type { Scope } from "../access/scope.ts";

export interface DoneAct {
  verb: string;
  at: Date;
  data: unknown;
}

/** What somebody did on this board with one of these verbs; nobody takes back what another did. */
export async function findAct(
  { tx, actor }: Scope,
  { projectId, id, verbs }: { projectId: string; id: string; verbs: readonly string[] },
): Promise<DoneAct | undefined> {
  return tx
    .selectFrom("events")
    .select(["verb", "at", "data"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .where("projectId", "=", projectId)
    .where("actorId", "=", actor.personId)
    .where("verb", "in", verbs)
    .executeTakeFirst();
}

/** How somebody did this with a thing. */
export async function ownActOn(
  { tx, actor }: Scope,
  { id, verb }: { id: string; verb: string },
): Promise<DoneAct | undefined> {
  return tx
    .selectFrom("events")
    .select(["verb", "at", "data"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", id)
    .where("verb", "=", verb)
    .where("actorId", "=", actor.personId)
    .executeTakeFirst();
}
