import type { Scope } from "../access/scope.ts";

/** The places that are taken in a list of a milestone, in its order. */
export async function placesOf(
  { tx, actor }: Scope,
  list: "criteria" | "deliverables",
  milestoneId: string,
): Promise<{ id: string; position: string }[]> {
  return tx
    .selectFrom(list)
    .select(["id", "position"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("milestoneId", "=", milestoneId)
    .orderBy("position")
    .execute();
}
