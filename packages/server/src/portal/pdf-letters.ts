/** What the standard fonts of PDF can write (WinAnsi) beyond Latin-1. */
const WRITTEN = new Set("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");

const INSTEAD: Readonly<Record<string, string>> = {
  "→": "->",
  "←": "<-",
  "−": "-",
  "‐": "-",
  "‑": "-",
  "≤": "<=",
  "≥": ">=",
  "✓": "x",
  ł: "l",
  Ł: "L",
  đ: "d",
  Đ: "D",
  ı: "i",
  "\u202f": " ",
  "\u2009": " ",
  "\t": " ",
};

/**
 * The text as the standard fonts can write it: German letters, most of western Europe and typographic quotes as they are,
 * other Latin letters without their marks, and a sign for what has no letter at all.
 */
export function writable(text: string): string {
  let written = "";
  for (const letter of text.normalize("NFC")) written += isWritten(letter) ? letter : instead(letter);
  return written;
}

function instead(letter: string): string {
  const known = INSTEAD[letter];
  if (known !== undefined) return known;
  const bare = letter.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  if (bare !== "" && [...bare].every(isWritten)) return bare;
  return /\p{C}|\p{M}/u.test(letter) ? "" : "?";
}

function isWritten(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return (
    letter === "\n" || (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || WRITTEN.has(letter)
  );
}
