import { sql } from "kysely";
import type { Tx } from "../db/database.ts";

export interface House {
  key: string;
  workspaceName: string;
  zone: string;
  brand: unknown;
}

/** In whose name papers of this project are made. */
export async function findHouse(tx: Tx, workspaceId: string, projectId: string): Promise<House> {
  return tx
    .selectFrom("projects as p")
    .innerJoin("workspaces as w", "w.workspaceId", "p.workspaceId")
    .select(["p.key", "w.name as workspaceName", "w.zone", sql<unknown>`w.settings -> 'brand'`.as("brand")])
    .where("p.workspaceId", "=", workspaceId)
    .where("p.id", "=", projectId)
    .executeTakeFirstOrThrow();
}
