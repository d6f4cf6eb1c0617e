import { sql } from "kysely";
import { expect } from "vitest";
import type { Tx } from "../db/database.ts";
import type { TestAnswer, TestServer } from "./server.ts";

/** Asks while somebody else's transaction has done its part but not ended yet, and waits for it; answers what came of that. */
export async function meanwhile(
  { database, seed }: Pick<TestServer, "database" | "seed">,
  others: (tx: Tx) => Promise<unknown>,
  ask: () => Promise<TestAnswer>,
): Promise<TestAnswer | undefined> {
  let asked: Promise<TestAnswer> | undefined;
  await database.inWorkspace(seed.workspaceId, async (tx) => {
    await others(tx);
    asked = ask();
    await expect.poll(() => somebodyWaits(database.maintenance)).toBe(true);
  });
  return asked;
}

async function somebodyWaits(db: Tx): Promise<boolean> {
  const { rows } = await sql`select from pg_locks where not granted`.execute(db);
  return rows.length > 0;
}
