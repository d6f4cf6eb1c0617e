import { createHmac } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Kit } from "../kit/context.ts";
import { ADDRESS_HEADER } from "./auth.ts";
import { type Source, sourceOf } from "./session-source.ts";
import { SESSION_COOKIES, sessionToken } from "./sessions.ts";

/** Headers as better-auth may see them: nothing that a client could forge about its address. */
export function authHeaders(source: Source, cookie = ""): Headers {
  return new Headers({ cookie, "user-agent": source.userAgent, [ADDRESS_HEADER]: source.address });
}

/** The request's cookies, with the session token signed the way better-auth expects it. */
export function authHeadersOf(request: FastifyRequest, kit: Kit): Headers {
  const token = sessionToken(request.headers.cookie);
  const signed = token ? `${sessionCookieName(kit)}=${sign(token, kit)}; ` : "";
  return authHeaders(sourceOf(request), signed + withoutSession(request.headers.cookie));
}

/** A second step belongs to the challenge alone, even where another session is still open. */
export function withoutSession(cookie: string | undefined): string {
  const parts = (cookie ?? "").split(";").map((part) => part.trim());
  return parts.filter((part) => !SESSION_COOKIES.some((name) => part.startsWith(`${name}=`))).join("; ");
}

export function setCookies(reply: FastifyReply, cookies: readonly string[]): void {
  for (const cookie of cookies) reply.header("set-cookie", cookie);
}

/** `Set-Cookie` lines as a browser would send them back. */
export function asCookieHeader(cookies: readonly string[]): string {
  return cookies.map((cookie) => cookie.split(";", 1)[0] ?? "").join("; ");
}

export function clearedSession(kit: Kit): string {
  const secure = isSecure(kit) ? "; Secure" : "";
  return `${sessionCookieName(kit)}=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax${secure}`;
}

function sessionCookieName(kit: Kit): string {
  return isSecure(kit) ? SESSION_COOKIES[0] : SESSION_COOKIES[1];
}

function isSecure(kit: Kit): boolean {
  return kit.baseUrl.startsWith("https:");
}

function sign(token: string, kit: Kit): string {
  const signature = createHmac("sha256", kit.authSecret.reveal()).update(token).digest("base64");
  return encodeURIComponent(`${token}.${signature}`);
}
