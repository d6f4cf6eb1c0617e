import type { Insertable, Selectable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
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

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateClient(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<ClientsTable>,
): Promise<boolean> {
  return updateSeen(tx, "clients", { workspaceId: actor.workspaceId, id, revision }, change);
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
