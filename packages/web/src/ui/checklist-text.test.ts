import { expect, test } from "vitest";
import { itemsOf, retyped, type TypedLine, typedLines } from "./checklist-text.ts";

const line = (text: string, personId: string | null = null, heading = "") => ({
  heading,
  text,
  personId,
  dueInDays: null,
});
const list = [line("Draft", "ana", "Before"), line("Ask", "jo", "Before"), line("Print", "sam", "After")];
const who = (lines: readonly TypedLine[]) => itemsOf(lines).map(({ text, personId }) => [text, personId]);
/** As somebody types: one text after the other. */
const type = (...texts: string[]) => texts.reduce<TypedLine[]>(retyped, typedLines(list));

test.each<[string, string[], unknown[]]>([
  [
    "a typo is mended",
    ["Draft\nAsk Bo\nPrint"],
    [
      ["Draft", "ana"],
      ["Ask Bo", "jo"],
      ["Print", "sam"],
    ],
  ],
  [
    "a line is emptied and written anew",
    ["Draft\n\nPrint", "Draft\nC\nPrint", "Draft\nCall\nPrint"],
    [
      ["Draft", "ana"],
      ["Call", "jo"],
      ["Print", "sam"],
    ],
  ],
  [
    "a line is moved",
    ["Ask\nPrint\nDraft"],
    [
      ["Ask", "jo"],
      ["Print", "sam"],
      ["Draft", "ana"],
    ],
  ],
  [
    "a line is taken out",
    ["Draft\nPrint"],
    [
      ["Draft", "ana"],
      ["Print", "sam"],
    ],
  ],
  [
    "a line comes in between",
    ["Draft\nAsk\n\nPrint", "Draft\nAsk\n- Pay\nPrint"],
    [
      ["Draft", "ana"],
      ["Ask", "jo"],
      ["Pay", null],
      ["Print", "sam"],
    ],
  ],
  [
    "a line is split",
    ["Dr\naft\nAsk\nPrint"],
    [
      ["Dr", "ana"],
      ["aft", null],
      ["Ask", "jo"],
      ["Print", "sam"],
    ],
  ],
  [
    "two lines are joined",
    ["DraftAsk\nPrint"],
    [
      ["DraftAsk", "ana"],
      ["Print", "sam"],
    ],
  ],
  [
    "another list is pasted over it",
    ["One\nTwo\nThree"],
    [
      ["One", null],
      ["Two", null],
      ["Three", null],
    ],
  ],
])("who is on a line stays on it when %s", (_what, texts, lines) => {
  expect(who(type(...texts))).toEqual(lines);
});

test("a new line stands under the heading of the one above it, and what nobody touched stays as it was", () => {
  const odd = [line("- 1 × A4,\nboth sides", "ana", "Paper")];
  const lines = retyped(typedLines(odd), `${typedLines(odd)[0]?.text}\nGlue`);
  expect(itemsOf(lines)).toEqual([...odd, line("Glue", null, "Paper")]);
});
