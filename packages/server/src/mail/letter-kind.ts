import type { Kit } from "../kit/context.ts";
import { cut } from "../kit/cut.ts";
import type { Message, Say } from "../words/say.ts";
import type { MailPicture } from "./mail-picture.ts";

/** What a mail says, once for its HTML and its plain twin: one purpose, one thing to do. */
export interface Letter {
  preview: string;
  heading: string;
  paragraphs: readonly string[];
  /** Short lines with a name before them: what is asked, by when. */
  facts?: readonly { name: string; value: string }[];
  /** Parts with a heading of their own, for what is read rather than answered. */
  sections?: readonly { heading: string; lines: readonly string[] }[];
  /** What it is about, to see before anything is opened. */
  picture?: { alt: string; onThePage: string } | null;
  /** The words on the one button; null where there is nothing to open. */
  action: string | null;
  footer: string;
}

/** A kind that nobody needs to act on: its reader ends it with one click. */
export interface Optional {
  /** What people call such mails where they switch them on and off. */
  called: Message;
  readers: readonly ("member" | "contact")[];
  /** Switched where its rhythm is set, not one by one. */
  setWithRhythm?: true;
}

/** One kind of mail. Links are not in its data: only their ids, and tokens are made when it leaves. */
export interface LetterKind<Data> {
  /** Leads with who or what asks, and with the ask. */
  subject(data: Data, say: Say): string;
  letter(data: Data, say: Say): Letter;
  /** Where the button leads. */
  address(kit: Kit, data: Data): string | null;
  /** Set for mails about a decision: their `head` is filled in when they leave. */
  carriesHead?: true;
  /** The picture that goes with it, where there is one. */
  picture?(data: Data): MailPicture | null;
  /** To be typed or pasted elsewhere; like a link it is only in the mail itself. */
  code?(kit: Kit, data: Data): string;
  optional?: Optional;
  /** It waits for the end of its reader's quiet hours. What somebody has just asked for does not. */
  heedsQuiet?: true;
}

export function letterKind<Data>(kind: LetterKind<Data>): LetterKind<Data> {
  return kind;
}

export function oneLine(text: string): string {
  return cut(text.replaceAll(/\s+/g, " "), 180);
}

/** As it was written, in the quotation marks of this language. */
export function quoted({ language }: Say, text: string): string {
  return language === "de" ? `„${text}“` : `“${text}”`;
}
