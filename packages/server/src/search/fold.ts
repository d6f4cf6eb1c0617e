/** One word where it stands, in every way in which somebody may type it. */
export interface Word {
  start: number;
  end: number;
  forms: readonly string[];
}

const LONGEST = 64;
const WORD = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}\p{M}'’]+/gu;
/** Letters that are no letter with a mark on it, and what people type instead. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  đ: "d",
  ð: "d",
  þ: "th",
  ł: "l",
  ı: "i",
};
/** The other way to write them, in German and in the North. */
const SPELT_OUT: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ø: "oe", å: "aa" };

/** The words of a text in the order in which they stand. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(WORD)) {
    const forms = formsOf(match[0]);
    if (forms.length > 0) words.push({ start: match.index, end: match.index + match[0].length, forms });
  }
  return words;
}

function formsOf(written: string): string[] {
  const word = written.toLowerCase().normalize("NFC").replaceAll(/['’]/g, "");
  const forms = [fold(word), fold(replaced(word, SPELT_OUT))].filter((form) => form !== "");
  return [...new Set(forms)];
}

/** Marks, case and widths say nothing here. */
function fold(word: string): string {
  const bare = replaced(word, PLAIN).normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  return bare.replaceAll(/[^\p{L}\p{N}]/gu, "").slice(0, LONGEST);
}

function replaced(word: string, letters: Readonly<Record<string, string>>): string {
  return [...word].map((letter) => letters[letter] ?? letter).join("");
}
