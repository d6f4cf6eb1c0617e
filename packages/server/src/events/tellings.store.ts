import type { Tx } from "../db/database.ts";

export interface Telling {
  workspaceId: string;
  personId: string;
  thingId: string;
  /** What they are told of the thing, and where it comes again, which time it is. */
  code: string;
}

/** True for whoever tells somebody first, of however many processes and turns. */
export async function tellOnce(tx: Tx, telling: Telling, at: Date): Promise<boolean> {
  const first = await tx
    .insertInto("tellings")
    .values({ ...telling, createdAt: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("code")
    .executeTakeFirst();
  return first !== undefined;
}
