import type { Scope } from "../access/scope.ts";

export async function namesOf(
  { tx, actor }: Scope,
  ids: readonly string[],
): Promise<{ id: string; name: string }[]> {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("persons")
    .select(["id", "name"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "in", [...new Set(ids)])
    .orderBy("name")
    .execute();
}
