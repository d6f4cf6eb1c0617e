import type { Services } from "../access/route.ts";
import { type Incoming, readIncoming } from "./incoming.ts";
import { takeIn } from "./replies.ts";
import { dropSpooled, readSpooled, setAside, spooledMails } from "./spool.ts";

/** Works through what came in; what cannot be read is set aside, what cannot be stored just now stays for the next time. */
export async function takeInSpooled(services: Services): Promise<number> {
  const { dataDir, log } = services.kit;
  let taken = 0;
  for (const name of await spooledMails(dataDir)) {
    const incoming = await read(services, name);
    if (!incoming) {
      log.warn({ file: name }, "a mail that came in cannot be read and was set aside");
      await setAside(dataDir, name);
      continue;
    }
    if (await takeIn(services, incoming)) taken += 1;
    else log.info({ file: name }, "a mail that came in answers none of ours");
    await dropSpooled(dataDir, name);
  }
  return taken;
}

async function read({ kit }: Services, name: string): Promise<Incoming | null> {
  const raw = await readSpooled(kit.dataDir, name);
  return readIncoming(kit, raw).catch(() => null);
}
