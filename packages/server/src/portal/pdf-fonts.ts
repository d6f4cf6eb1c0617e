import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { create } from "fontkit";
import { writable } from "./pdf-letters.ts";

/** Latin, Greek and Cyrillic letters in one file for each weight; a document carries only the letters that it uses. */
const FILES = {
  plain: "@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf",
  strong: "@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf",
} as const;

export type PdfFont = keyof typeof FILES;

const read = new Map<PdfFont, Buffer>();
let letters: Set<number> | undefined;

export function fontBytes(font: PdfFont): Buffer {
  const known = read.get(font);
  if (known) return known;
  const bytes = readFileSync(fontPath(FILES[font]));
  read.set(font, bytes);
  return bytes;
}

/** The text as the fonts can write it; both weights have the same letters. */
export function inFont(text: string): string {
  letters ??= lettersOf("plain");
  const has = letters;
  return writable(text, (letter) => has.has(letter.codePointAt(0) ?? 0));
}

/** The built program has the fonts beside it; from the sources they are those of the package. */
function fontPath(name: string): string {
  return import.meta.url.endsWith(".ts")
    ? createRequire(import.meta.url).resolve(name)
    : fileURLToPath(new URL(`fonts/${basename(name)}`, import.meta.url));
}

function lettersOf(font: PdfFont): Set<number> {
  const opened = create(fontBytes(font));
  return new Set("characterSet" in opened ? opened.characterSet : []);
}
