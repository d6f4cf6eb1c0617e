import { wordsOf } from "./fold.ts";
import { TITLE } from "./remember.ts";

/** One word that was typed, with the words that somebody may have meant who slipped. */
export interface AskedWord {
  forms: readonly string[];
  meant: readonly string[];
}

/** The same question, asked ever less strictly: each finds only what those before it did not. */
export interface Tier {
  query: string;
  /** Only where the strict ones found hardly anything. */
  forgiving: boolean;
}

const MOST_WORDS = 8;
/** Shorter ones begin too many words that stand in a text. */
const PREFIX_IN_TEXT = 4;
const PREFIX_IN_TITLE = 3;
/** The word that is being typed; a single letter begins one word in twenty. */
const PREFIX_OF_LAST = 2;

export function askedWords(q: string): string[][] {
  return wordsOf(q)
    .slice(0, MOST_WORDS)
    .map(({ forms }) => [...forms]);
}

/** Whole words of a title, words that begin so, words anywhere, and then both with a letter forgiven. */
export function tiersOf(words: readonly AskedWord[]): Tier[] {
  const all = (term: (word: AskedWord, isLast: boolean) => string[]) =>
    words.map((word, at) => `(${term(word, at === words.length - 1).join(" | ")})`).join(" & ");
  const exactly = all(({ forms }) => forms.map((form) => exact(TITLE + form)));
  const inTitle = all(({ forms }, last) => forms.map((form) => titleTerm(form, last)));
  const anywhere = all(({ forms }, last) => [
    ...forms.map(textTerm),
    ...forms.map((form) => titleTerm(form, last)),
  ]);
  // Each of these holds all that the one before it does, so that one needs to be left out alone.
  const strict = [exactly, `(${inTitle}) & !(${exactly})`, `(${anywhere}) & !(${inTitle})`];
  const tiers = strict.map((query) => ({ query, forgiving: false }));
  if (words.every(({ meant }) => meant.length === 0)) return tiers;
  const nearTitle = all(({ forms, meant }, last) => [
    ...forms.map((form) => titleTerm(form, last)),
    ...meant.map((word) => exact(TITLE + word)),
  ]);
  const nearAnywhere = all(({ forms, meant }) => [...forms.map(textTerm), ...meant.map(exact)]);
  return [
    ...tiers,
    { query: `(${nearTitle}) & !(${anywhere})`, forgiving: true },
    { query: `(${nearAnywhere}) & !(${anywhere}) & !(${nearTitle})`, forgiving: true },
  ];
}

function exact(word: string): string {
  return `'${word}'`;
}

function titleTerm(form: string, isLast: boolean): string {
  return form.length >= (isLast ? PREFIX_OF_LAST : PREFIX_IN_TITLE)
    ? `${exact(TITLE + form)}:*`
    : exact(TITLE + form);
}

function textTerm(form: string): string {
  return form.length >= PREFIX_IN_TEXT ? `${exact(form)}:*` : exact(form);
}

/** A card or milestone by what people call it: ACME-42, acme-m3. */
export function askedRef(q: string): { key: string; kind: "card" | "milestone"; number: number } | undefined {
  const match = /^([a-z][a-z0-9]{0,9})-(m?)(\d{1,9})$/i.exec(q.trim());
  if (!match?.[1] || !match[3]) return undefined;
  return { key: match[1].toUpperCase(), kind: match[2] ? "milestone" : "card", number: Number(match[3]) };
}
