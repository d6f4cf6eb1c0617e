import { type Refusal, refuse } from "../decision.ts";
import type { RcpspData } from "./rcpsp.ts";

/** What a file says, or the first line (from 1) at which it is not what its format asks for. */
export type ProjectFile = { readonly ok: true; readonly data: RcpspData } | UnreadableFile;
export type UnreadableFile = Refusal<"unreadable", { readonly line: number; readonly expected: string }>;

/** A word of the file with the line that it stands on. */
export interface Token {
  readonly text: string;
  readonly line: number;
}

export function unreadable(line: number, expected: string): UnreadableFile {
  return refuse("unreadable", [{ line, expected }]);
}

/** The words of every line; old DOS files end with a control-Z, which is none. */
export function tokensOf(text: string): Token[][] {
  return text
    .replaceAll("\u001a", "")
    .split(/\r\n|\r|\n/)
    .map((line, i) => line.split(/[ \t]+/).flatMap((word) => (word ? [{ text: word, line: i + 1 }] : [])));
}

/** A whole number from 0 on; `null` for anything else. */
export function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/** All words as whole numbers; `null` when one is not. */
export function wholeNumbers(tokens: readonly Token[]): number[] | null {
  const numbers = tokens.flatMap(({ text }) => wholeNumber(text) ?? []);
  return numbers.length === tokens.length ? numbers : null;
}
