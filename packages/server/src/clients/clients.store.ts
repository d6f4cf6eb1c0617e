import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { ClientsTable } from "../db/schema.ts";
import { notInTrash } from "../db/trash.ts";

export type ClientRow = Selectable<ClientsTable>;

export async function listClients({ tx, actor }: Scope, id?: string): Promise<ClientRow[]> {
  let query = tx
    .selectFrom("clients as c")
    .selectAll()
    .where("c.workspaceId", "=", actor.workspaceId)
    .where(notInTrash("c.workspaceId", "c.id"))
    .orderBy("c.name")
    .orderBy("c.id");
  if (id) query = query.where("c.id", "=", id);
  return query.execute();
}

export async function insertClient({ tx }: Scope, client: Insertable<ClientsTable>): Promise<void> {
  await tx.insertInto("clients").values(client).execute();
}

/** Writes only over the revision that was seen; false when somebody else was faster. */
export async function updateClient(
  scope: Scope,
  id: string,
  revision: number,
  change: Updateable<ClientsTable>,
): Promise<boolean> {
  const result = await scope.tx
    .updateTable("clients")
    .set(change)
    .set((row) => ({ revision: row("revision", "+", 1) }))
    .where("workspaceId", "=", scope.actor.workspaceId)
    .where("id", "=", id)
    .where("revision", "=", revision)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function countUses(
  { tx, actor }: Scope,
  id: string,
): Promise<{ projects: number; contacts: number }> {
  const { workspaceId } = actor;
  const count = (table: "projects" | "contacts") =>
    tx
      .selectFrom(table)
      .select((row) => row.fn.countAll<number>().as("n"))
      .where("workspaceId", "=", workspaceId)
      .where("clientId", "=", id)
      .executeTakeFirstOrThrow();
  return { projects: (await count("projects")).n, contacts: (await count("contacts")).n };
}

export async function deleteClient({ tx, actor }: Scope, id: string): Promise<void> {
  await tx.deleteFrom("clients").where("workspaceId", "=", actor.workspaceId).where("id", "=", id).execute();
}
