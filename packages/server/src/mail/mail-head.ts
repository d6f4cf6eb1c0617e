import type { Database } from "../db/database.ts";
import { sealedHead } from "../events/sealed-head.ts";
import { carriesHead } from "./letters.ts";
import { keepHead, type MailRow } from "./mails.store.ts";
import { mailOf } from "./mails.ts";

/**
 * A mail about a decision carries the head of the project's chain out of the house: whoever writes the chain anew cannot
 * reach it there. The head is taken when the mail leaves, as its decision is sealed by then, and stays the same over all
 * tries. Null while something of the project waits for its seal.
 */
export async function withHead(database: Database, row: MailRow): Promise<MailRow | null> {
  const { workspaceId, projectId } = row;
  const data = Object(row.data);
  if (!projectId || !carriesHead(mailOf(row)) || data.head) return row;
  const head = await sealedHead({ database }, { workspaceId, projectId });
  if (!head) return null;
  await keepHead(database.maintenance, row, head.hash);
  return { ...row, data: { ...data, head: head.hash } };
}
