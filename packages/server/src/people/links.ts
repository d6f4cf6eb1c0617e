import type { Services } from "../access/route.ts";
import { resolveAccess } from "../db/access.ts";
import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { gone, type Problem } from "../kit/errors.ts";
import { newId } from "../kit/id.ts";
import { linkToken, sha256 } from "../kit/secret.ts";
import type { LinkKind } from "../mail/mail-link.ts";
import { findLink, insertLink, type LinkRow } from "./links.store.ts";

export interface NewLink {
  workspaceId: string;
  kind: LinkKind;
  email: string;
  lastsMs: number;
  userId?: string;
  invitationId?: string;
  /** Whom alone it opens for, and where it leads. */
  personId?: string;
  projectId?: string;
  subjectId?: string;
  handedOverBy?: string;
  /** Hash of the password that this link may replace: another password, and the link is void. */
  boundTo?: string;
}

/** Stores the link's hash; the token itself is made again whenever the mail leaves. */
export async function makeLink(tx: Tx, kit: Kit, wanted: NewLink): Promise<string> {
  const { workspaceId, kind, email, lastsMs } = wanted;
  const id = newId();
  await insertLink(tx, {
    workspaceId,
    id,
    kind,
    email,
    hash: sha256(linkToken(kit.linkKey, kind, id)),
    userId: wanted.userId ?? null,
    invitationId: wanted.invitationId ?? null,
    personId: wanted.personId ?? null,
    projectId: wanted.projectId ?? null,
    subjectId: wanted.subjectId ?? null,
    handedOverBy: wanted.handedOverBy ?? null,
    boundTo: wanted.boundTo ?? null,
    expiresAt: new Date(kit.clock.now().getTime() + lastsMs),
    consumedAt: null,
    supersededAt: null,
  });
  return id;
}

/** The link as long as it opens; looking at it does not use it up. */
export async function openLink({ database, kit }: Services, kind: LinkKind, token: string): Promise<LinkRow> {
  const found = await resolveAccess(database.outside, "link", sha256(token));
  const id = found?.linkId;
  if (!id || found.role !== kind) throw linkGone();
  const link = await database.inWorkspace(found.workspaceId, (tx) => findLink(tx, found.workspaceId, id), {
    readOnly: true,
  });
  if (!link || link.consumedAt || link.supersededAt || link.expiresAt <= kit.clock.now()) throw linkGone();
  return link;
}

export function linkGone(): Problem {
  return gone("This link was used already, is too old, or was replaced by a newer one.");
}
