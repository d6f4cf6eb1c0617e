import type { Tx } from "../db/database.ts";

/** Undefined for people of clients, and for members who have set none. */
export async function quietHoursOf(
  tx: Tx,
  { workspaceId, personId }: { workspaceId: string; personId: string },
): Promise<{ zone: string; quietFrom: number; quietTo: number } | undefined> {
  return tx
    .selectFrom("mailRhythms as r")
    .innerJoin("persons as p", (on) =>
      on.onRef("p.workspaceId", "=", "r.workspaceId").onRef("p.id", "=", "r.personId"),
    )
    .select(["p.zone", "r.quietFrom", "r.quietTo"])
    .where("r.workspaceId", "=", workspaceId)
    .where("r.personId", "=", personId)
    .where("r.quietFrom", "is not", null)
    .where("r.quietTo", "is not", null)
    .$narrowType<{ quietFrom: number; quietTo: number }>()
    .executeTakeFirst();
}
