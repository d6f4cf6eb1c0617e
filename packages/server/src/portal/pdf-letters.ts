const INSTEAD: Readonly<Record<string, string>> = {
  "✔": "✓",
  "☑": "✓",
  "\u2028": "\n",
  "\u2029": "\n",
  "\t": " ",
};

/**
 * The text as a font can write it: what it has no letter for goes without its marks, and stands as "?" where nothing
 * of it is left. Signs that nobody sees are left out.
 */
export function writable(text: string, isInFont: (letter: string) => boolean): string {
  let written = "";
  for (const letter of text.normalize("NFC"))
    written += letter === "\n" || isSeen(letter, isInFont) ? letter : instead(letter, isInFont);
  return written;
}

function instead(letter: string, isInFont: (letter: string) => boolean): string {
  const known = INSTEAD[letter];
  if (known !== undefined) return known;
  if (/\p{C}|\p{M}/u.test(letter)) return "";
  const bare = letter.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return bare !== "" && [...bare].every(isInFont) ? bare : "?";
}

function isSeen(letter: string, isInFont: (letter: string) => boolean): boolean {
  return isInFont(letter) && !/\p{C}/u.test(letter);
}
