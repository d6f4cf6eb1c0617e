import type { Kit } from "../kit/context.ts";
import { sayIn } from "../words/say.ts";
import type { Letter, LetterKind, Optional } from "./letter-kind.ts";
import { account } from "./letters/account.ts";
import { answer } from "./letters/answer.ts";
import { bundle } from "./letters/bundle.ts";
import { clientQuote } from "./letters/client-quote.ts";
import { clientReview } from "./letters/client-review.ts";
import { clientWords } from "./letters/client-words.ts";
import { code } from "./letters/code.ts";
import { decided } from "./letters/decided.ts";
import { decision } from "./letters/decision.ts";
import { follower } from "./letters/follower.ts";
import { follows } from "./letters/follows.ts";
import { home } from "./letters/home.ts";
import { input } from "./letters/input.ts";
import { invitation } from "./letters/invitation.ts";
import { mention } from "./letters/mention.ts";
import { message } from "./letters/message.ts";
import { notice } from "./letters/notice.ts";
import { nudge } from "./letters/nudge.ts";
import { publication } from "./letters/publication.ts";
import { receipt } from "./letters/receipt.ts";
import { reminder } from "./letters/reminder.ts";
import { report } from "./letters/report.ts";
import { request } from "./letters/request.ts";
import { requestNews } from "./letters/request-news.ts";
import { reset } from "./letters/reset.ts";
import { reviewPart } from "./letters/review-part.ts";
import { reviewReminder } from "./letters/review-reminder.ts";
import { signIn } from "./letters/sign-in.ts";
import { superseded } from "./letters/superseded.ts";
import type { MailPicture } from "./mail-picture.ts";

/** Every kind of mail that leaves. */
const LETTERS = {
  answer,
  bundle,
  clientReview,
  clientQuote,
  clientWords,
  code,
  decided,
  decision,
  follower,
  follows,
  home,
  input,
  invitation,
  mention,
  message,
  notice,
  publication,
  reminder,
  report,
  request,
  requestNews,
  reset,
  reviewPart,
  account,
  "sign-in": signIn,
  nudge,
  receipt,
  reviewReminder,
  superseded,
};

export type MailKind = keyof typeof LETTERS;
export const MAIL_KINDS = Object.keys(LETTERS).filter(isMailKind);

type DataOf<K extends MailKind> = (typeof LETTERS)[K] extends LetterKind<infer Data> ? Data : never;

export type Mail = { [K in MailKind]: { kind: K; data: DataOf<K> } }[MailKind];

export function isMailKind(kind: string): kind is MailKind {
  return Object.hasOwn(LETTERS, kind);
}

export function subjectOf(mail: Mail, language: string): string {
  return kindOf(mail).subject(mail.data, sayIn(language));
}

export function letterOf(mail: Mail, language: string): Letter {
  return kindOf(mail).letter(mail.data, sayIn(language));
}

export function carriesHead(mail: Mail): boolean {
  return kindOf(mail).carriesHead ?? false;
}

/** The picture that a mail is about, whether it fits into it or not. */
export function pictureOf(mail: Mail): MailPicture | null {
  return kindOf(mail).picture?.(mail.data) ?? null;
}

/** What is in no other copy of a mail than the one that leaves. */
export interface Private {
  /** Where the button leads: made from the settings alone, whatever name a request came in by. */
  address: string | null;
  code: string | null;
}

export function privateParts(kit: Kit, mail: Mail): Private {
  const kind = kindOf(mail);
  return { address: kind.address(kit, mail.data), code: kind.code?.(kit, mail.data) ?? null };
}

/** Null for mails that somebody waits for: nobody can end those. */
export function optionalOf(kind: MailKind): Optional | null {
  return kindOf({ kind }).optional ?? null;
}

export function heedsQuiet(kind: MailKind): boolean {
  return kindOf({ kind }).heedsQuiet ?? false;
}

/** A mail carries the data of its own kind. */
function kindOf({ kind }: Pick<Mail, "kind">): LetterKind<unknown> {
  return LETTERS[kind] as LetterKind<unknown>;
}
