import type { Kit } from "../kit/context.ts";
import { linkToken } from "../kit/secret.ts";

/** The kinds of links with the place where each opens; a link is bound to its kind. */
const PLACES = {
  invitation: "invitation",
  reset: "reset",
  decision: "d",
  home: "h",
  input: "i",
  request: "r",
  review: "v",
  quote: "q",
  "sign-in": "s",
  account: "a",
  feed: "feeds",
} as const;

export type LinkKind = keyof typeof PLACES;

export function linkAddress(kit: Kit, kind: LinkKind, linkId: string): string {
  return `${kit.baseUrl}/${PLACES[kind]}/${linkToken(kit.linkKey, kind, linkId)}`;
}
