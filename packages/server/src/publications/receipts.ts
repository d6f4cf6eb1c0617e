import type { Tx } from "../db/database.ts";
import { recordFor } from "../events/events.ts";
import { refused } from "../kit/errors.ts";
import { hasReceipt, markAcknowledged, markQuestioned, type Whose } from "./receipts.store.ts";

/** Somebody who was told of a publication, and answers it. */
export interface Answering extends Whose {
  projectId: string;
  n: number;
  side: "team" | "client";
  now: Date;
  /** The member whose link they came by; null for who came by themselves. */
  handedOverBy: string | null;
}

/** "I have read this": once; again is no news. */
export async function acknowledge(tx: Tx, answering: Answering): Promise<void> {
  await refuseOthers(tx, answering);
  if (await markAcknowledged(tx, answering, answering)) await tell(tx, answering, "acknowledged");
}

/** "I have a question": the words themselves stand in the talk. */
export async function question(tx: Tx, answering: Answering, words: string): Promise<void> {
  await refuseOthers(tx, answering);
  await markQuestioned(tx, answering, { ...answering, question: words });
  await tell(tx, answering, "questioned");
}

async function refuseOthers(tx: Tx, answering: Answering): Promise<void> {
  if (!(await hasReceipt(tx, answering)))
    throw refused("not-a-recipient", "This was not sent to you, so there is nothing to answer.");
}

async function tell(tx: Tx, answering: Answering, what: "acknowledged" | "questioned"): Promise<void> {
  const { workspaceId, personId, publicationId, projectId, n, side, now } = answering;
  const subject = { kind: "publication", id: publicationId } as const;
  const by = { workspaceId, actorId: personId, at: now };
  await recordFor(tx, by, { verb: `publication.${what}`, subject, projectId, data: { n, side } });
}
