import type { Services } from "../access/route.ts";
import { resolveAccess } from "../db/access.ts";
import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { sha256 } from "../kit/secret.ts";
import { type LinkKind, linkAddress } from "../mail/mail-link.ts";
import type { LinkRow } from "../people/links.store.ts";
import { makeLink } from "../people/links.ts";
import { findPersonLink, type LinkedPerson, markUsed } from "./person-links.store.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A home link lives on as long as it is used. */
export const HOME_LASTS_MS = 180 * DAY;

/** How long each kind opens. What a decision or request link shows after it was answered is up to that page. */
const LIVES = {
  decision: 730 * DAY,
  request: 730 * DAY,
  home: HOME_LASTS_MS,
  input: 60 * DAY,
  review: 60 * DAY,
  quote: 60 * DAY,
  "sign-in": 15 * MINUTE,
  account: 7 * DAY,
  /** Until somebody ends it. */
  feed: 36_500 * DAY,
} as const satisfies Partial<Record<LinkKind, number>>;

export type PersonLinkKind = keyof typeof LIVES;

export interface PersonLink {
  workspaceId: string;
  kind: PersonLinkKind;
  person: { id: string; email: string };
  projectId?: string;
  /** What it is about: an approval, a request, an input round, a review, a sentence. */
  subjectId?: string;
  /** Where the kind's own life does not fit. */
  lastsMs?: number;
  /** The member who hands it over, where it does not go by mail. */
  handedOverBy?: string;
  /** What it stands or falls with. */
  boundTo?: string;
}

/** A link that opens for one person alone; the token is made from the id when the mail leaves. */
export async function makePersonLink(tx: Tx, kit: Kit, wanted: PersonLink): Promise<string> {
  const { workspaceId, kind, person, projectId, subjectId, handedOverBy, boundTo } = wanted;
  return makeLink(tx, kit, {
    workspaceId,
    kind,
    email: person.email,
    personId: person.id,
    lastsMs: wanted.lastsMs ?? LIVES[kind],
    ...(projectId ? { projectId } : {}),
    ...(subjectId ? { subjectId } : {}),
    ...(handedOverBy ? { handedOverBy } : {}),
    ...(boundTo ? { boundTo } : {}),
  });
}

/** Shown once, to the member who hands it over. */
export async function handOver(
  tx: Tx,
  kit: Kit,
  wanted: PersonLink & { handedOverBy: string },
): Promise<string> {
  return linkAddress(kit, wanted.kind, await makePersonLink(tx, kit, wanted));
}

export type LinkState = "open" | "used" | "expired" | "superseded" | "revoked";

export interface FoundLink {
  link: LinkRow;
  person: LinkedPerson;
  state: LinkState;
}

/** The link behind a token with its person; null when there is none, or when that person may not come in any more. */
export async function findByToken(
  { database, kit }: Services,
  kind: PersonLinkKind,
  token: string,
): Promise<FoundLink | null> {
  const found = await resolveAccess(database.outside, "link", sha256(token));
  const id = found?.linkId;
  if (!id || found.role !== kind) return null;
  const row = await database.inWorkspace(
    found.workspaceId,
    (tx) => findPersonLink(tx, found.workspaceId, id),
    {
      readOnly: true,
    },
  );
  if (!row) return null;
  return { ...row, state: stateOf(row.link, kit.clock.now()) };
}

function stateOf({ revokedAt, supersededAt, consumedAt, expiresAt }: LinkRow, now: Date): LinkState {
  if (revokedAt) return "revoked";
  if (supersededAt) return "superseded";
  if (consumedAt) return "used";
  return expiresAt <= now ? "expired" : "open";
}

export async function prolongHome(tx: Tx, kit: Kit, link: LinkRow): Promise<void> {
  await markUsed(tx, link, new Date(kit.clock.now().getTime() + HOME_LASTS_MS));
}
