import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";

interface Kept {
  route: string;
  bodyHash: string;
  result: unknown;
}

/** Takes the key for this transaction, or tells what it stood for before. */
export async function claimKey(
  { tx, actor }: Scope,
  key: string,
  route: string,
  bodyHash: string,
): Promise<Kept | undefined> {
  const claimed = await tx
    .insertInto("idempotency")
    .values({ workspaceId: actor.workspaceId, id: newId(), personId: actor.personId, key, route, bodyHash })
    .onConflict((conflict) => conflict.columns(["workspaceId", "personId", "key"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  if (claimed) return undefined;
  return tx
    .selectFrom("idempotency")
    .select(["route", "bodyHash", "result"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
}

export async function keepResult({ tx, actor }: Scope, key: string, result: unknown): Promise<void> {
  await tx
    .updateTable("idempotency")
    .set({ result: JSON.stringify(result) })
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .where("key", "=", key)
    .execute();
}
