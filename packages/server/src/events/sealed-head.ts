import { setTimeout as pause } from "node:timers/promises";
import type { Services } from "../access/route.ts";
import { headOf, waitsForSeal } from "./sealed-head.store.ts";
import { sealPending } from "./sealer.ts";

/** Events below a transaction that still runs are sealed when it ends; nobody waits for that longer than this. */
const PATIENCE_MS = 3_000;
const ROUND_MS = 20;

export interface Head {
  n: number;
  hash: string;
}

/**
 * Seals what has happened in the project and tells the head of its chain; null when something of it could not be sealed
 * yet. Whoever seals at the same time waits at the cursor, and each finds the other's seals.
 */
export async function sealedHead(
  { database }: Pick<Services, "database">,
  chain: { workspaceId: string; projectId: string },
): Promise<Head | null> {
  for (let waited = 0; ; waited += ROUND_MS) {
    while ((await sealPending(database)) > 0);
    if (!(await waitsForSeal(database.maintenance, chain))) return headOf(database.maintenance, chain);
    if (waited >= PATIENCE_MS) return null;
    await pause(ROUND_MS);
  }
}
