import type { Scope } from "../access/scope.ts";

export async function workspaceCurrency({ tx, actor }: Scope): Promise<string> {
  const row = await tx
    .selectFrom("workspaces")
    .select("currency")
    .where("workspaceId", "=", actor.workspaceId)
    .executeTakeFirstOrThrow();
  return row.currency;
}
