import type { Scope } from "../access/scope.ts";

export interface RhythmRow {
  rhythm: string;
  quietFrom: number | null;
  quietTo: number | null;
}

export async function findRhythm({ tx, actor }: Scope): Promise<RhythmRow | undefined> {
  return tx
    .selectFrom("mailRhythms")
    .select(["rhythm", "quietFrom", "quietTo"])
    .where("workspaceId", "=", actor.workspaceId)
    .where("personId", "=", actor.personId)
    .executeTakeFirst();
}

export async function writeRhythm({ tx, actor }: Scope, row: Partial<RhythmRow>): Promise<void> {
  const { workspaceId, personId } = actor;
  await tx
    .insertInto("mailRhythms")
    .values({
      workspaceId,
      personId,
      quietFrom: null,
      quietTo: null,
      bundledAt: null,
      remindedOn: null,
      ...row,
    })
    .onConflict((conflict) => conflict.columns(["workspaceId", "personId"]).doUpdateSet(row))
    .execute();
}
