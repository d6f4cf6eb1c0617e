import { randomInt, timingSafeEqual } from "node:crypto";
import { isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { Services } from "../access/route.ts";
import type { Database } from "../db/database.ts";
import { sha256 } from "../kit/secret.ts";
import { hasUsers } from "./setup.store.ts";

const LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
const LENGTH = 12;

const codes = new WeakMap<Database, string>();

/** The one-time code for a set-up from another machine, to be printed at the start; null when there is nothing to set up. */
export async function setupCode({ database }: Services): Promise<string | null> {
  if (await hasUsers(database.outside)) return null;
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join("");
  codes.set(database, code);
  return code.replaceAll(/(.{4})(?=.)/g, "$1-");
}

export function isSetupCode(database: Database, given: string): boolean {
  const code = codes.get(database);
  if (!code) return false;
  const typed = given.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
  return timingSafeEqual(Buffer.from(sha256(typed)), Buffer.from(sha256(code)));
}

export function forgetSetupCode(database: Database): void {
  codes.delete(database);
}

const FORWARDED = ["forwarded", "x-forwarded-for", "x-real-ip", "x-forwarded-host", "via"];

/** Only somebody at this very machine: not through a proxy on it, and not through a name that merely points here. */
export function isAtThisMachine(request: FastifyRequest): boolean {
  const host = hostOf(request.headers.host);
  const named = host === "localhost" || (isIP(host) !== 0 && isLoopback(host));
  return (
    isLoopback(request.ip) && named && FORWARDED.every((header) => request.headers[header] === undefined)
  );
}

function hostOf(header: string | undefined): string {
  const found = /^(?:\[([^\]]+)\]|([^:]*))(?::\d+)?$/.exec(header ?? "");
  return (found?.[1] ?? found?.[2] ?? "").toLowerCase();
}

function isLoopback(address: string): boolean {
  return /^(::ffff:)?127\.\d+\.\d+\.\d+$/.test(address) || address === "::1";
}
