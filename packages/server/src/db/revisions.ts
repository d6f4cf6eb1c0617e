import type { Updateable } from "kysely";
import type { Tx } from "./database.ts";
import type { Schema } from "./schema.ts";

/** Tables whose rows several people edit: each edit counts the revision up. */
type RevisedTable = {
  [T in keyof Schema]: Schema[T] extends { workspaceId: string; id: string; revision: unknown } ? T : never;
}[keyof Schema];

interface Seen {
  workspaceId: string;
  id: string;
  revision: number;
}

/** Only over the revision that was seen; false when somebody else was faster. */
export async function updateSeen<T extends RevisedTable>(
  tx: Tx,
  table: T,
  { workspaceId, id, revision }: Seen,
  change: Updateable<Schema[T]>,
): Promise<boolean> {
  const each: RevisedTable = table;
  const result = await tx
    .updateTable(each)
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
