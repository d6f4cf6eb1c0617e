import type { Kit } from "../kit/context.ts";
import { linkToken } from "../kit/secret.ts";
import type { Mail } from "./mail-kinds.ts";

export type LinkKind = "invitation" | "reset";

/** Addresses are made from the settings alone, whatever name a request came in by. */
export function linkAddress(kit: Kit, kind: LinkKind, linkId: string): string {
  return `${kit.baseUrl}/${kind}/${linkToken(kit.linkKey, kind, linkId)}`;
}

export function addressOf(kit: Kit, mail: Mail): string {
  return mail.kind === "mention"
    ? `${kit.baseUrl}${mail.data.path}`
    : linkAddress(kit, mail.kind, mail.data.linkId);
}
