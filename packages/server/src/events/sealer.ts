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
    const chains = [...new Set(events.map(chainOfEvent))];
    const heads = new Map(
      (await chainHeads(tx, chains)).map((head) => [`${head.workspaceId}:${head.chain}`, head]),
    );
    await insertSeals(tx, link(events, heads));
    await moveCursor(tx, CURSOR, last);
    return events.length;
  });
}

function link(events: SealableEvent[], heads: Map<string, Pick<Seal, "n" | "hash">>): Seal[] {
  return events.map((event) => {
    const key = `${event.workspaceId}:${chainOfEvent(event)}`;
    const next = seal(event.workspaceId, event, heads.get(key));
    heads.set(key, next);
    return next;
  });
}

function chainOfEvent(event: SealableEvent): string {
  return chainOf(event.workspaceId, event.projectId);
}
