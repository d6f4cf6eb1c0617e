import type { Kit } from "../kit/context.ts";
import { sayIn } from "../words/say.ts";
import type { Letter, LetterKind } from "./letter-kind.ts";
import { invitation } from "./letters/invitation.ts";
import { mention } from "./letters/mention.ts";
import { reset } from "./letters/reset.ts";

/** Every kind of mail that leaves. */
const LETTERS = { invitation, mention, reset };

export type MailKind = keyof typeof LETTERS;
export const MAIL_KINDS = Object.keys(LETTERS).filter((key): key is MailKind => key in LETTERS);

type DataOf<K extends MailKind> = (typeof LETTERS)[K] extends LetterKind<infer Data> ? Data : never;

export type Mail = { [K in MailKind]: { kind: K; data: DataOf<K> } }[MailKind];

export function subjectOf(mail: Mail, language: string): string {
  return kindOf(mail).subject(mail.data, sayIn(language));
}

export function letterOf(mail: Mail, language: string): Letter {
  return kindOf(mail).letter(mail.data, sayIn(language));
}

/** Addresses are made from the settings alone, whatever name a request came in by. */
export function addressOf(kit: Kit, mail: Mail): string | null {
  return kindOf(mail).address(kit, mail.data);
}

/** The plain twin; with no address the link is left out. */
export function plainText(letter: Letter, address: string | null): string {
  const { house, heading, paragraphs, facts = [], code, action, footer } = letter;
  const named = facts.map(({ name, value }) => `${name}: ${value}`).join("\n");
  const ask =
    action && (address ? `${action}:\n${address}` : `[${action}: the link is only in the mail itself]`);
  const parts = [house?.name, heading, ...paragraphs, named, code, ask, `--\n${footer}`];
  return parts.filter(Boolean).join("\n\n");
}

/** A mail carries the data of its own kind. */
function kindOf(mail: Mail): LetterKind<unknown> {
  return LETTERS[mail.kind] as LetterKind<unknown>;
}
