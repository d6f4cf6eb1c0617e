import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import type { Mail } from "../mail/letters.ts";
import { queueMail } from "../mail/mails.ts";
import { makePersonLink } from "./person-links.ts";
import { findReader } from "./readers.store.ts";

export interface HomeOf {
  workspaceId: string;
  personId: string;
  projectId: string;
}

/** To somebody new, on a colleague's wish: the same link, and whose wish it was. */
export async function mailFollower(tx: Tx, kit: Kit, of: HomeOf, inviter: string): Promise<void> {
  await mailLink(tx, kit, of, (data) => ({ kind: "follows", data: { ...data, inviter } }));
}

/** Mails the contact the link to their page of this project; it stays good as long as it is used. */
export async function mailHomeLink(tx: Tx, kit: Kit, of: HomeOf): Promise<void> {
  await mailLink(tx, kit, of, (data) => ({ kind: "home", data }));
}

export interface HomeReader extends HomeOf {
  email: string;
  language: string;
  /** What an answer to it is about. */
  subjectId?: string;
}

/** Any letter whose button leads to its reader's page of the project, by a link of their own; once a key. */
export async function mailWithHomeLink(
  tx: Tx,
  kit: Kit,
  reader: HomeReader,
  mail: (linkId: string) => Mail,
  key?: string,
): Promise<void> {
  const { workspaceId, projectId } = reader;
  const person = { id: reader.personId, email: reader.email };
  const linkId = await makePersonLink(tx, kit, { workspaceId, kind: "home", person, projectId });
  await queueMail(tx, kit, reader, mail(linkId), key ?? linkId);
}

async function mailLink(
  tx: Tx,
  kit: Kit,
  of: HomeOf,
  mail: (data: { linkId: string; project: string }) => Mail,
): Promise<void> {
  const reader = await findReader(tx, of);
  if (!reader) return;
  const { email, language, project } = reader;
  await mailWithHomeLink(tx, kit, { ...of, email, language }, (linkId) => mail({ linkId, project }));
}
