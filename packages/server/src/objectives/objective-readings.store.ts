import type { Scope } from "../access/scope.ts";
import { newId } from "../kit/id.ts";

export interface Reading {
  onDate: string;
  value: number;
  personId: string | null;
}

/** One value per day: a later word about the same day replaces the earlier one. */
export async function keepReading(
  { tx, actor }: Scope,
  objectiveId: string,
  { onDate, value, reviewId = null }: { onDate: string; value: number; reviewId?: string | null },
): Promise<void> {
  const { workspaceId, personId } = actor;
  await tx
    .insertInto("objectiveReadings")
    .values({ workspaceId, id: newId(), objectiveId, personId, onDate, value, reviewId })
    .onConflict((conflict) =>
      conflict.columns(["workspaceId", "objectiveId", "onDate"]).doUpdateSet({ value, personId, reviewId }),
    )
    .execute();
}

export async function listReadings({ tx, actor }: Scope, objectiveId: string): Promise<Reading[]> {
  return tx
    .selectFrom("objectiveReadings")
    .select(["onDate", "value", "personId"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("objectiveId", "=", objectiveId)
    .orderBy("onDate")
    .execute();
}

/** The measure stands where its latest reading is. */
export async function takeOverLatestReading({ tx, actor }: Scope, objectiveId: string): Promise<void> {
  await tx
    .updateTable("objectives")
    .set((row) => ({
      current: row
        .selectFrom("objectiveReadings as r")
        .select("r.value")
        .where("r.workspaceId", "=", actor.workspaceId)
        .where("r.objectiveId", "=", objectiveId)
        .orderBy("r.onDate", "desc")
        .limit(1),
      revision: row("revision", "+", 1),
    }))
    .where("workspaceId", "=", actor.workspaceId)
    .where("id", "=", objectiveId)
    .execute();
}
