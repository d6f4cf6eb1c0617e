import type { Kit } from "../kit/context.ts";
import { isSameText, linkToken } from "../kit/secret.ts";
import { isMailKind, type MailKind } from "./letters.ts";

/** Whose mails of which kind: all that such a link can switch. */
export interface Unsubscribing {
  workspaceId: string;
  personId: string;
  kind: MailKind;
}

export const UNSUBSCRIBE = "/unsubscribe";

/** Nothing is stored for it: the token says what it is for, and its signature that it comes from here. */
export function unsubscribeAddress(kit: Kit, wish: Unsubscribing): string {
  const ids = Buffer.from(`${wish.workspaceId}${wish.personId}`.replaceAll("-", ""), "hex");
  return `${kit.baseUrl}${UNSUBSCRIBE}/${ids.toString("base64url")}.${wish.kind}.${signature(kit, wish)}`;
}

/** Null for what was not made here, and for kinds that are no more. */
export function unsubscribing(kit: Kit, token: string): Unsubscribing | null {
  const [, ids = "", kind = "", given = ""] = /^([\w-]{43})\.([\w-]{1,60})\.([\w-]{43})$/.exec(token) ?? [];
  const bytes = Buffer.from(ids, "base64url").toString("hex");
  if (bytes.length !== 64 || !isMailKind(kind)) return null;
  const wish = { workspaceId: uuid(bytes.slice(0, 32)), personId: uuid(bytes.slice(32)), kind };
  return isSameText(signature(kit, wish), given) ? wish : null;
}

function signature(kit: Kit, { workspaceId, personId, kind }: Unsubscribing): string {
  return linkToken(kit.linkKey, "unsubscribe", `${workspaceId}:${personId}:${kind}`);
}

function uuid(hex: string): string {
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
