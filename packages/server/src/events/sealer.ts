import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import type { Database } from "../db/database.ts";
import { chainOf, type Seal, seal } from "./seal.ts";
import { chainHeads, insertSeals, type SealableEvent, unsealedEvents } from "./seals.store.ts";

const BATCH = 500;
const CURSOR = "sealer";

/**
 * Seals what has settled since the last time, one batch; tells how many. Writers of events never wait for it. Two
 * sealers at once wait for each other at the cursor, and a chain takes each number once.
 */
export async function sealPending(database: Database): Promise<number> {
  const waiting = await unsealedEvents(
    database.maintenance,
    await peekCursor(database.maintenance, CURSOR),
    1,
  );
  if (waiting.length === 0) return 0;
  return database.maintenance.transaction().execute(async (tx) => {
    const events = await unsealedEvents(tx, await takeCursor(tx, CURSOR), BATCH);
    const last = events.at(-1);
    if (!last) return 0;
    const chains = new Map(events.map((event) => [keyOf(placeOf(event)), placeOf(event)]));
    const heads = new Map((await chainHeads(tx, [...chains.values()])).map((head) => [keyOf(head), head]));
    await insertSeals(tx, link(events, heads));
    await moveCursor(tx, CURSOR, last);
    return events.length;
  });
}

type ChainPlace = Pick<Seal, "workspaceId" | "chain">;

function link(events: SealableEvent[], heads: Map<string, Pick<Seal, "n" | "hash">>): Seal[] {
  return events.map((event) => {
    const key = keyOf(placeOf(event));
    const next = seal(event.workspaceId, event, heads.get(key));
    heads.set(key, next);
    return next;
  });
}

function placeOf({ workspaceId, projectId }: SealableEvent): ChainPlace {
  return { workspaceId, chain: chainOf(workspaceId, projectId) };
}

function keyOf({ workspaceId, chain }: ChainPlace): string {
  return `${workspaceId}:${chain}`;
}
