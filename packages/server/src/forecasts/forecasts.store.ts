import type { PlanForecast } from "@milepost/planning";
import { sql } from "kysely";
import type { Scope } from "../access/scope.ts";
import type { Tx } from "../db/database.ts";

export interface StoredForecast {
  projectId: string;
  at: Date;
  /** The day it counts from. */
  today: string;
  inputsHash: string;
  result: PlanForecast;
}

/** The newest forecast of each of these projects. */
export async function latestForecasts(
  { tx, actor }: Scope,
  projectIds: readonly string[],
): Promise<Map<string, StoredForecast>> {
  if (projectIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("forecasts")
    .distinctOn("projectId")
    .select(["projectId", "createdAt as at", "today", "inputsHash", "result"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("projectId", "in", projectIds)
    .orderBy("projectId")
    .orderBy("createdAt", "desc")
    .execute();
  return new Map(rows.map((row) => [row.projectId, { ...row, result: storedResult(row.result) }]));
}

/** What stands in the column is what the worker put there; older ones do not say what they rest on. */
function storedResult(stored: unknown): PlanForecast {
  const result = stored as PlanForecast;
  return result.ok ? { ...result, grounds: result.grounds ?? null } : result;
}

export interface NewForecast {
  workspaceId: string;
  id: string;
  projectId: string;
  today: string;
  seed: number;
  inputsHash: string;
  result: PlanForecast;
  createdAt: Date;
}

export async function insertForecast(tx: Tx, { result, ...row }: NewForecast): Promise<void> {
  await tx
    .insertInto("forecasts")
    .values({ ...row, result: JSON.stringify(result) })
    .execute();
}

/** Older ones are kept by the week: the last of each. */
export async function thinForecasts(db: Tx, before: Date): Promise<void> {
  await sql`delete from forecasts f where f.created_at < ${before} and exists (
    select from forecasts later where later.workspace_id = f.workspace_id and later.project_id = f.project_id
      and later.created_at > f.created_at and later.created_at < ${before}
      and date_trunc('week', later.created_at) = date_trunc('week', f.created_at))`.execute(db);
}
