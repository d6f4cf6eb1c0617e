import { Worker } from "node:worker_threads";
import type { Kit } from "../kit/context.ts";
import { sha256 } from "../kit/secret.ts";
import { mailAnsweredAt, mailNamedBy } from "../mail/mail-address.ts";
import type { MailParts } from "./mail-parts.ts";

export const MAIL_BYTES = 25 * 1_048_576;
const BUDGET_MS = 30_000;
const MEMORY_MB = 512;

/** A mail that came in, with the mail of ours that it is about. */
export interface Incoming extends Omit<MailParts, "messageId" | "sentTo" | "names"> {
  /** Its own id, or a fingerprint where it has none: the same mail is worked on once. */
  messageId: string;
  mailId: string | null;
}

/** Throws for what is no mail, and for what takes too long or too much memory to read. */
export async function readIncoming(kit: Kit, raw: Buffer, budgetMs = BUDGET_MS): Promise<Incoming> {
  const { messageId, sentTo, names, ...parts } = await apart(raw, budgetMs);
  return {
    ...parts,
    messageId: messageId ?? `<${sha256(raw.toString("latin1"))}>`,
    mailId:
      firstOf(sentTo, (address) => mailAnsweredAt(kit, address)) ??
      firstOf(names, (name) => mailNamedBy(kit, name)),
  };
}

function firstOf(given: readonly string[], find: (one: string) => string | null): string | null {
  for (const one of given) {
    const found = find(one);
    if (found) return found;
  }
  return null;
}

/** In a thread of its own that ends with the mail, or with the patience for it. */
async function apart(raw: Buffer, budgetMs: number): Promise<MailParts> {
  // The built program has its parts beside it as .js; from the sources it is .ts.
  const name = import.meta.url.endsWith(".ts") ? "./mail-thread.ts" : "./mail-thread.js";
  const thread = new Worker(new URL(name, import.meta.url), {
    workerData: raw,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  const patience = setTimeout(() => void thread.terminate(), budgetMs);
  try {
    return await new Promise<MailParts>((resolve, reject) => {
      thread.once("message", resolve);
      thread.once("error", reject);
      thread.once("exit", () => reject(new Error("the mail could not be read in time")));
    });
  } finally {
    clearTimeout(patience);
    await thread.terminate();
  }
}
