import type { z } from "zod";
import type { Scope } from "../access/scope.ts";

const LOOKED_AT = 50;

/** A part of a thing as the record of its removal kept it; undefined when none of the latest is the one. */
export async function findRemoved<Row extends { id: string }>(
  { tx, actor }: Scope,
  thingId: string,
  verb: `${string}.${string}Removed`,
  kept: z.ZodType<{ removed: Row }>,
  id: string,
): Promise<Row | undefined> {
  const rows = await tx
    .selectFrom("events")
    .select("data")
    .where("workspaceId", "=", actor.workspaceId)
    .where("subjectId", "=", thingId)
    .where("verb", "=", verb)
    .orderBy("position", "desc")
    .limit(LOOKED_AT)
    .execute();
  for (const { data } of rows) {
    const { success, data: found } = kept.safeParse(data);
    if (success && found.removed.id === id) return found.removed;
  }
  return undefined;
}
