import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";

export interface TrashedThing {
  kind: "project" | "objective" | "milestone" | "risk" | "card" | "comment" | "file";
  id: string;
  projectId: string;
  title: string;
}

/** From here on nobody sees the thing, until it is restored or 30 days are over. */
export async function putInTrash({ tx, actor, now }: Scope, thing: TrashedThing): Promise<void> {
  await tx
    .insertInto("trash")
    .values({
      workspaceId: actor.workspaceId,
      id: newId(),
      projectId: thing.projectId,
      personId: actor.personId,
      kind: thing.kind,
      thingId: thing.id,
      title: thing.title,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.columns(["workspaceId", "thingId"]).doNothing())
    .execute();
}
