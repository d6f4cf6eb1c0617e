import { cut } from "../kit/cut.ts";
import type { AskedWord } from "./asked.ts";
import { type Word, wordsOf } from "./fold.ts";

/** From the first to behind the last code unit of what was found. */
export interface Mark {
  start: number;
  end: number;
}

export interface Marked {
  text: string;
  marks: Mark[];
}

const SHORTEST_PREFIX = 2;
const AROUND = 60;
const LONGEST = 220;

/** The words of a text that were asked for. */
export function marked(text: string, asked: readonly AskedWord[]): Marked {
  const marks = wordsOf(text)
    .filter((word) => asked.some((one) => isMeant(word, one)))
    .map(({ start, end }) => ({ start, end }));
  return { text, marks };
}

/** The place in a long text where the first of them stands; its beginning, where none does. */
export function excerpt(text: string, asked: readonly AskedWord[]): Marked {
  const first = wordsOf(text).find((word) => asked.some((one) => isMeant(word, one)));
  const from = first ? begin(text, first.start) : 0;
  const piece = cut(text.slice(from, from + LONGEST).replaceAll(/\s/g, " "), LONGEST).trimEnd();
  const { marks } = marked(piece, asked);
  if (from === 0) return { text: piece, marks };
  return { text: `… ${piece}`, marks: marks.map(({ start, end }) => ({ start: start + 2, end: end + 2 })) };
}

/** Behind a space, so that no word and no sign is cut in two. */
function begin(text: string, at: number): number {
  if (at <= AROUND) return 0;
  const space = text.slice(at - AROUND, at).search(/\s/);
  return space < 0 ? at : at - AROUND + space + 1;
}

function isMeant({ forms }: Word, asked: AskedWord): boolean {
  return forms.some(
    (form) =>
      asked.meant.includes(form) ||
      asked.forms.some(
        (typed) => form === typed || (typed.length >= SHORTEST_PREFIX && form.startsWith(typed)),
      ),
  );
}
