import type { Scope } from "../access/scope.ts";

/** Who people are, in the order of their names; each once. */
export async function namesOfPeople(
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
    .orderBy("id")
    .execute();
}
