import type { Insertable, Updateable } from "kysely";
import type { Scope } from "../access/scope.ts";
import { updateSeen } from "../db/revisions.ts";
import type { TemplatesTable } from "../db/schema.ts";

const FIELDS = ["id", "name", "trade", "summary", "plan", "revision"] as const;

export interface TemplateRow {
  id: string;
  name: string;
  trade: string;
  summary: string;
  plan: unknown;
  revision: number;
}

export function listTemplates({ tx, actor }: Scope): Promise<TemplateRow[]> {
  return tx
    .selectFrom("templates")
    .select(FIELDS)
    .where("workspaceId", "=", actor.workspaceId)
    .orderBy("name")
    .orderBy("id")
    .execute();
}

export function findTemplate({ tx, actor }: Scope, id: string): Promise<TemplateRow | undefined> {
  return tx
    .selectFrom("templates")
    .select(FIELDS)
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .executeTakeFirst();
}

export async function insertTemplate({ tx }: Scope, row: Insertable<TemplatesTable>): Promise<void> {
  await tx.insertInto("templates").values(row).execute();
}

/** Only over the revision that was seen; false when somebody else was faster. */
export function updateTemplate(
  { tx, actor }: Scope,
  id: string,
  revision: number,
  change: Updateable<TemplatesTable>,
): Promise<boolean> {
  return updateSeen(tx, "templates", { workspaceId: actor.workspaceId, id, revision }, change);
}

export async function removeTemplate({ tx, actor }: Scope, id: string): Promise<void> {
  await tx
    .deleteFrom("templates")
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", id)
    .execute();
}
