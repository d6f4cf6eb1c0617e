import type { ImapFlow } from "imapflow";
import type { Kit } from "../kit/context.ts";
import type { Secret } from "../kit/secret.ts";
import { MAIL_BYTES } from "./incoming.ts";
import { spoolMail } from "./spool.ts";

const TIMEOUT_MS = 20_000;
const BATCH = 50;

/**
 * Fetches what is unread in the mailbox of `MAIL_IN_URL`. A mail counts as read once it is on our disk: of one that is
 * fetched twice the second is known by its id.
 */
export async function fetchMailbox(kit: Kit, url: Secret): Promise<number> {
  const { ImapFlow } = await import("imapflow");
  const client = new ImapFlow({
    ...placeOf(url),
    logger: false,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
  });
  // A connection that breaks says so to whoever waits for it, too.
  client.on("error", () => undefined);
  try {
    await client.connect();
    return await fetchUnread(client, kit);
  } finally {
    client.close();
  }
}

async function fetchUnread(client: ImapFlow, kit: Kit): Promise<number> {
  const lock = await client.getMailboxLock("INBOX");
  try {
    const unread = (await client.search({ seen: false }, { uid: true })) || [];
    let fetched = 0;
    for (const uid of unread.slice(0, BATCH)) {
      const found = await client.fetchOne(String(uid), { size: true }, { uid: true });
      if (found && (found.size ?? 0) <= MAIL_BYTES) {
        const mail = await client.fetchOne(String(uid), { source: true }, { uid: true });
        if (mail && "source" in mail && mail.source) await spoolMail(kit.dataDir, mail.source);
        fetched += 1;
      } else kit.log.warn({ bytes: found ? found.size : 0 }, "a mail in the mailbox is too large to take in");
      await client.messageFlagsAdd(String(uid), ["\\Seen"], { uid: true });
    }
    return fetched;
  } finally {
    lock.release();
  }
}

function placeOf(url: Secret) {
  const { protocol, hostname, port, username, password } = new URL(url.reveal());
  const secure = protocol === "imaps:";
  return {
    host: hostname,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
  };
}
