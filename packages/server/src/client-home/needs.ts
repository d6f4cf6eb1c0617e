import type { PortalTx } from "../db/database.ts";
import { openApprovals, openRequests, type Waiting } from "./needs.store.ts";

export interface Needs {
  /** What this person is asked for. */
  mine: Waiting[];
  /** What others are asked for, once a thing. */
  others: Waiting[];
}

/** What waits for whom, soonest first; a delegate is asked as the person is whom they stand in for. */
export async function readNeeds(tx: PortalTx, projectId: string, personId: string): Promise<Needs> {
  const waiting = [...(await openApprovals(tx, projectId)), ...(await openRequests(tx, projectId))].sort(
    soonest,
  );
  const mine = once(waiting.filter((one) => one.personId === personId || one.delegateId === personId));
  const own = new Set(mine.map(({ id }) => id));
  return { mine, others: once(waiting.filter(({ id }) => !own.has(id))) };
}

function soonest(a: Waiting, b: Waiting): number {
  if (a.dueOn === b.dueOn) return a.number - b.number;
  if (a.dueOn === null || b.dueOn === null) return a.dueOn === null ? 1 : -1;
  return a.dueOn < b.dueOn ? -1 : 1;
}

function once(waiting: Waiting[]): Waiting[] {
  return [...new Map(waiting.toReversed().map((one) => [one.id, one])).values()].toReversed();
}
