import { peekCursor } from "../db/cursors.ts";
import type { Tx } from "../db/database.ts";
import { after } from "../db/event-order.ts";
import { SEALER } from "./sealer.ts";

interface Chain {
  workspaceId: string;
  projectId: string;
}

export async function waitsForSeal(db: Tx, { workspaceId, projectId }: Chain): Promise<boolean> {
  const cursor = await peekCursor(db, SEALER);
  const row = await db
    .selectFrom("events as e")
    .leftJoin("seals as s", (join) =>
      join.onRef("s.workspaceId", "=", "e.workspaceId").onRef("s.eventId", "=", "e.id"),
    )
    .select("e.id")
    .where("e.workspaceId", "=", workspaceId)
    .where("e.projectId", "=", projectId)
    .where(after(cursor))
    .where("s.eventId", "is", null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

export async function headOf(
  db: Tx,
  { workspaceId, projectId }: Chain,
): Promise<{ n: number; hash: string } | null> {
  const row = await db
    .selectFrom("seals")
    .select(["n", "hash"])
    .where("workspaceId", "=", workspaceId)
    .where("chain", "=", projectId)
    .orderBy("n", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
