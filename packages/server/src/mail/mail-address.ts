import type { Kit } from "../kit/context.ts";
import { linkToken } from "../kit/secret.ts";

/** 128 bits as 25 and 80 as 16 signs that a mail server may write in small letters. */
const ID_SIGNS = 25;
const MARK_SIGNS = 16;
const MARK_HEX = 20;

/** The id by which mail servers and answers know a mail; it is the same at every try. */
export function messageIdOf(kit: Kit, mailId: string): string {
  return `<${mailId}@${new URL(kit.baseUrl).hostname}>`;
}

/** The mail that one of our message ids names; null for others. */
export function mailNamedBy(kit: Kit, messageId: string): string | null {
  const [, id = "", host = ""] =
    /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^<>@\s]+)>$/.exec(messageId) ?? [];
  return host === new URL(kit.baseUrl).hostname ? id : null;
}

/** Where an answer to this mail goes: the mailbox's address with the mail in it, signed. Null where answers do not come in. */
export function answerAddress(kit: Kit, mailId: string): string | null {
  const { answersTo } = kit.mail;
  if (!answersTo) return null;
  const id = BigInt(`0x${mailId.replaceAll("-", "")}`)
    .toString(36)
    .padStart(ID_SIGNS, "0");
  const at = answersTo.lastIndexOf("@");
  return `${answersTo.slice(0, at)}+${id}${mark(kit, mailId)}${answersTo.slice(at)}`;
}

/** The mail that this address was made for; null for any other address. */
export function mailAnsweredAt(kit: Kit, address: string): string | null {
  const [, id = ""] = /\+([0-9a-z]{25})[0-9a-z]{16}@/.exec(address.toLowerCase()) ?? [];
  if (id === "") return null;
  const hex = [...id].reduce((sum, sign) => sum * 36n + BigInt(Number.parseInt(sign, 36)), 0n).toString(16);
  const mailId = hex.padStart(32, "0").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  return answerAddress(kit, mailId)?.toLowerCase() === address.toLowerCase() ? mailId : null;
}

function mark(kit: Kit, mailId: string): string {
  const hex = Buffer.from(linkToken(kit.linkKey, "answer", mailId), "base64url").toString("hex");
  return BigInt(`0x${hex.slice(0, MARK_HEX)}`)
    .toString(36)
    .padStart(MARK_SIGNS, "0");
}
