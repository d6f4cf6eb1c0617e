import type { Scope } from "../access/scope.ts";

export async function findSteps(
  { tx, actor }: Scope,
  procedureId: string,
): Promise<{ name: string; steps: unknown } | undefined> {
  return tx
    .selectFrom("procedures")
    .select(["name", "steps"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", procedureId)
    .executeTakeFirst();
}
