import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { queueMail } from "../mail/mails.ts";
import type { HomeOf } from "./home-link.ts";
import { supersedePersonLinks } from "./person-links.store.ts";
import { makePersonLink } from "./person-links.ts";
import { findReader } from "./readers.store.ts";

/**
 * Mails a contact a link that works once: to come in for 15 minutes, or to choose a password. The older ones of its kind
 * are void then.
 */
export async function mailEntryLink(
  tx: Tx,
  kit: Kit,
  kind: "sign-in" | "account",
  of: HomeOf,
): Promise<void> {
  const reader = await findReader(tx, of);
  if (!reader) return;
  const { workspaceId, personId, projectId } = of;
  const { email, language, project } = reader;
  await supersedePersonLinks(tx, { workspaceId, personId, kind }, kit.clock.now());
  const person = { id: personId, email };
  const linkId = await makePersonLink(tx, kit, { workspaceId, kind, person, projectId });
  const data = { linkId, project };
  await queueMail(tx, kit, { ...of, email, language }, { kind, data }, linkId);
}
