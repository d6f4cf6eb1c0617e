import { moveCursor, peekCursor, takeCursor } from "../db/cursors.ts";
import type { Database, Tx } from "../db/database.ts";
import { readApprovalRows } from "./approval-rows.store.ts";
import { type CoveredRows, coversOf, saltFor } from "./covers.ts";
import { insertSalts, unsaltedPeople } from "./salts.store.ts";
import { approvalOf, chainOf, type Seal, seal } from "./seal.ts";
import { chainHeads, insertSeals, type SealableEvent, unsealedEvents } from "./seals.store.ts";

const BATCH = 500;
export const SEALER = "sealer";

/**
 * Seals what has settled since the last time, one batch; tells how many. Writers of events never wait for it. Two
 * sealers at once wait for each other at the cursor, and a chain takes each number once.
 */
export async function sealPending(database: Database): Promise<number> {
  const waiting = await unsealedEvents(
    database.maintenance,
    await peekCursor(database.maintenance, SEALER),
    1,
  );
  if (waiting.length === 0) return 0;
  return database.maintenance.transaction().execute(async (tx) => {
    const events = await unsealedEvents(tx, await takeCursor(tx, SEALER), BATCH);
    const last = events.at(-1);
    if (!last) return 0;
    const chains = new Map(events.map((event) => [keyOf(placeOf(event)), placeOf(event)]));
    const heads = new Map((await chainHeads(tx, [...chains.values()])).map((head) => [keyOf(head), head]));
    await insertSeals(tx, link(events, { heads, covers: await coversOfApprovals(tx, events) }));
    await moveCursor(tx, SEALER, last);
    return events.length;
  });
}

type ChainPlace = Pick<Seal, "workspaceId" | "chain">;

interface Ground {
  heads: Map<string, Pick<Seal, "n" | "hash">>;
  covers: Map<string, CoveredRows>;
}

function link(events: SealableEvent[], { heads, covers }: Ground): Seal[] {
  return events.map((event) => {
    const key = keyOf(placeOf(event));
    const covered = covers.get(approvalOf(event) ?? "") ?? null;
    const next = seal(event.workspaceId, event, { last: heads.get(key), covers: covered });
    heads.set(key, next);
    return next;
  });
}

/**
 * The rows of the approvals that these events tell of, as they stand now. They may be younger than their event; then one
 * more event follows, and its seal covers them again.
 */
async function coversOfApprovals(
  tx: Tx,
  events: readonly SealableEvent[],
): Promise<Map<string, CoveredRows>> {
  const wanted = new Map<string, Set<string>>();
  for (const event of events) {
    const approvalId = approvalOf(event);
    if (!approvalId) continue;
    const own = wanted.get(event.workspaceId) ?? new Set();
    wanted.set(event.workspaceId, own.add(approvalId));
  }
  const covers = new Map<string, CoveredRows>();
  for (const [workspaceId, approvals] of wanted) {
    const ids = [...approvals];
    const unsalted = await unsaltedPeople(tx, workspaceId, ids);
    await insertSalts(
      tx,
      unsalted.map(({ name, email, ...of }) => ({ ...of, ...saltFor({ name, email }) })),
    );
    const rows = await readApprovalRows({ db: tx, schema: "milepost", workspaceId }, ids);
    for (const [id, own] of rows) covers.set(id, coversOf(own));
  }
  return covers;
}

function placeOf({ workspaceId, projectId }: SealableEvent): ChainPlace {
  return { workspaceId, chain: chainOf(workspaceId, projectId) };
}

function keyOf({ workspaceId, chain }: ChainPlace): string {
  return `${workspaceId}:${chain}`;
}
