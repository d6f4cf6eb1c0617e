import type { Accents } from "../kit/brand.ts";
import { sayIn } from "../words/say.ts";
import type { Letter } from "./letter-kind.ts";
import type { Private } from "./letters.ts";

/** Whose mail it is: a workspace speaks to its clients in its own name. */
export interface House {
  name: string;
  accents: Accents;
}

/** What surrounds the words of a letter on its way to one reader. */
export interface Envelope {
  language: string;
  /** Null among the team. */
  house: House | null;
  /** Null for every copy that is not the mail itself. */
  own: Private | null;
  /** By what name its picture lies inside; null where it does not. */
  picture: string | null;
  /** Where its reader ends mails of this kind. */
  leave: string | null;
  /** An answer comes in, and becomes a comment. */
  answerable: boolean;
}

/** The words below the line. */
export function lastWords({ footer }: Letter, { language, leave, answerable }: Envelope) {
  const say = sayIn(language);
  return {
    footer,
    answer: answerable ? say("You can also just reply to this mail.") : null,
    leave: leave ? { words: say("Stop mails of this kind"), address: leave } : null,
  };
}

/** The plain twin; what is private is left out of every other copy. */
export function plainText(letter: Letter, envelope: Envelope): string {
  const { heading, paragraphs, facts = [], sections = [], action } = letter;
  const { house, own } = envelope;
  const { footer, answer, leave } = lastWords(letter, envelope);
  const named = facts.map(({ name, value }) => `${name}: ${value}`).join("\n");
  const parts = sections.map((part) => [part.heading, ...part.lines.map((line) => `- ${line}`)].join("\n"));
  const ask =
    action &&
    (own?.address ? `${action}:\n${own.address}` : `[${action}: the link is only in the mail itself]`);
  const end = ["--", footer, leave && `${leave.words}:\n${leave.address}`].filter(Boolean).join("\n");
  return [house?.name, heading, ...paragraphs, ...parts, named, own?.code, ask, answer, end]
    .filter(Boolean)
    .join("\n\n");
}
