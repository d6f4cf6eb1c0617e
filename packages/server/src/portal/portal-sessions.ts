import type { FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import { resolveAccess } from "../db/access.ts";
import type { Tx } from "../db/database.ts";
import type { Kit } from "../kit/context.ts";
import { randomToken, sha256 } from "../kit/secret.ts";
import { findSession, insertSession, type PortalSessionRow, touchSession } from "./portal-sessions.store.ts";
import { LEVELS, type Level, type Visitor } from "./visitor.ts";

const DAY = 86_400_000;
const LASTS_MS = 180 * DAY;

export interface PortalSession {
  visitor: Visitor;
  /** What a form of this session is bound to. */
  hash: string;
}

/** The contact of this device; looked up with every request, so that whoever was removed is out at once. */
export async function sessionOf(
  { database, kit }: Services,
  request: FastifyRequest,
): Promise<PortalSession | null> {
  const token = tokenIn(request, kit);
  if (!token) return null;
  const hash = sha256(token);
  const found = await resolveAccess(database.outside, "contact", hash);
  const id = found?.sessionId;
  if (!id) return null;
  const now = kit.clock.now();
  const row = await database.inWorkspace(found.workspaceId, (tx) => findSession(tx, found.workspaceId, id), {
    readOnly: true,
  });
  if (!row || row.revokedAt || row.expiresAt <= now) return null;
  if (now.getTime() - row.seenAt.getTime() > DAY)
    await database.inWorkspace(row.workspaceId, (tx) => touchSession(tx, row, now, lastsUntil(now)));
  return { visitor: visitorOf(row), hash };
}

function visitorOf(row: PortalSessionRow): Visitor {
  const { workspaceId, personId, name, email, language, zone } = row;
  const level = LEVELS.find((one) => one === row.level) ?? "link";
  const { handedOverBy, id: sessionId } = row;
  const own = { workspaceId, personId, name, email, language, zone, sessionId, handedOverBy };
  return { ...own, side: "client", level };
}

/** Opens a session and gives the cookie that carries it. */
export async function openSession(
  tx: Tx,
  kit: Kit,
  whose: { workspaceId: string; personId: string; linkId: string | null; level: Level },
): Promise<string> {
  const token = randomToken();
  const now = kit.clock.now();
  await insertSession(tx, { ...whose, hash: sha256(token), seenAt: now, expiresAt: lastsUntil(now) });
  return cookieText(kit, token, LASTS_MS / 1_000);
}

export function closingCookie(kit: Kit): string {
  return cookieText(kit, "", 0);
}

function lastsUntil(now: Date): Date {
  return new Date(now.getTime() + LASTS_MS);
}

function cookieText(kit: Kit, value: string, seconds: number): string {
  const secure = isSecure(kit) ? "; Secure" : "";
  return `${cookieName(kit)}=${value}; Path=/; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;
}

function tokenIn(request: FastifyRequest, kit: Kit): string | null {
  const name = `${cookieName(kit)}=`;
  const part = (request.headers.cookie ?? "").split(";").find((each) => each.trim().startsWith(name));
  return /=([\w-]{43})$/.exec(part?.trim() ?? "")?.[1] ?? null;
}

function isSecure(kit: Kit): boolean {
  return kit.baseUrl.startsWith("https:");
}

function cookieName(kit: Kit): string {
  return isSecure(kit) ? "__Host-milepost.portal" : "milepost.portal";
}
