import PostalMime, { type Address, type Email } from "postal-mime";
import { replyText, wordsOfHtml } from "./reply-text.ts";

const DEPTH = 20;
const HEADERS = 262_144;
/** Where a report names the mail that came back. */
const REPORT = 262_144;
const FILES = 20;
const LINE = 500;

export interface IncomingFile {
  name: string | null;
  content: Uint8Array;
}

/** What a mail says of itself. */
export interface MailParts {
  messageId: string | null;
  from: string;
  subject: string;
  /** What its writer wrote, without what they answered. */
  text: string;
  files: IncomingFile[];
  kind: "answer" | "automatic" | "bounce" | "delay";
  /** Addresses that it was sent to. */
  sentTo: string[];
  /** Ids of mails that it answers or reports on, the nearest first. */
  names: string[];
}

/** Throws for what is no mail at all, or was made to be hard to read. */
export async function takeApart(raw: Buffer): Promise<MailParts> {
  const email = await PostalMime.parse(raw, {
    maxNestingDepth: DEPTH,
    maxHeadersSize: HEADERS,
    forceRfc822Attachments: true,
  });
  const kind = kindOf(email);
  const isReport = kind === "bounce" || kind === "delay";
  return {
    messageId: email.messageId?.slice(0, LINE) ?? null,
    from: addressesIn(email.from ? [email.from] : [])[0]?.toLowerCase() ?? "",
    subject: storable(email.subject ?? "").slice(0, LINE),
    text: isReport ? "" : storable(replyText(email.text ?? wordsOfHtml(email.html ?? ""))),
    files: isReport ? [] : filesOf(email),
    kind,
    sentTo: sentTo(email),
    names: [...answers(email), ...(isReport ? reported(raw) : [])],
  };
}

function filesOf({ attachments }: Email): IncomingFile[] {
  return attachments
    .filter(({ related, mimeType }) => !related && !mimeType.startsWith("message/"))
    .slice(0, FILES)
    .map(({ filename, content }) => ({ name: filename, content: bytesOf(content) }));
}

function bytesOf(content: ArrayBuffer | Uint8Array | string): Uint8Array {
  return typeof content === "string" ? Buffer.from(content) : new Uint8Array(content);
}

function kindOf(email: Email): MailParts["kind"] {
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value.toLowerCase() ?? "";
  const isReport = header("content-type").startsWith("multipart/report");
  const status = isReport && email.attachments.find(({ mimeType }) => mimeType === "message/delivery-status");
  if (status) {
    const text = Buffer.from(bytesOf(status.content)).toString("latin1", 0, REPORT);
    return /^action:[ \t]{0,9}failed/im.test(text) ? "bounce" : "delay";
  }
  const isAutomatic =
    isReport ||
    !["", "no"].includes(header("auto-submitted")) ||
    ["bulk", "junk", "list", "auto_reply"].includes(header("precedence")) ||
    header("x-autoreply") !== "" ||
    header("x-autorespond") !== "";
  return isAutomatic ? "automatic" : "answer";
}

function sentTo(email: Email): string[] {
  const delivered = email.headers
    .filter(({ key }) => ["delivered-to", "x-original-to", "envelope-to"].includes(key))
    .map(({ value }) => value.trim().replace(/^<|>$/g, ""));
  return [...addressesIn([...(email.to ?? []), ...(email.cc ?? [])]), ...delivered];
}

function answers({ inReplyTo = "", references = "" }: Email): string[] {
  return `${references} ${inReplyTo}`.split(/\s/).reverse();
}

/** A report carries the head of the mail that came back. */
function reported(raw: Buffer): string[] {
  const text = raw.toString("latin1", 0, REPORT);
  return text.match(/<[0-9a-f-]{36}@[^<>@\s]{1,253}>/g) ?? [];
}

function addressesIn(given: readonly Address[]): string[] {
  return given.flatMap((one) =>
    one.address ? [one.address] : (one.group ?? []).map((each) => each.address),
  );
}

/** PostgreSQL stores neither NUL nor half of a sign. */
function storable(text: string): string {
  return text.replaceAll("\u0000", "").toWellFormed();
}
