import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { queueMail } from "../mail/mails.ts";
import { makePersonLink } from "./person-links.ts";
import { findReader } from "./readers.store.ts";

export interface HomeOf {
  workspaceId: string;
  personId: string;
  projectId: string;
}

/** Mails the contact the link to their page of this project; it stays good as long as it is used. */
export async function mailHomeLink(tx: Tx, kit: Kit, of: HomeOf): Promise<void> {
  const reader = await findReader(tx, of);
  if (!reader) return;
  const { workspaceId, personId, projectId } = of;
  const person = { id: personId, email: reader.email };
  const linkId = await makePersonLink(tx, kit, { workspaceId, kind: "home", person, projectId });
  const data = { linkId, project: reader.project };
  await queueMail(
    tx,
    kit,
    { ...of, email: reader.email, language: reader.language },
    { kind: "home", data },
    linkId,
  );
}
