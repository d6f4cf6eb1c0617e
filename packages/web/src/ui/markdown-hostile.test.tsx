import { render } from "@testing-library/react";
import { expect, test } from "vitest";
import { MarkdownView } from "./markdown-view.tsx";

const SIZE = 50_000;
/** A reader that goes back and forth needs minutes for these; a linear one some milliseconds. */
const PATIENCE_MS = 10_000;

const filled = (piece: string) => piece.repeat(Math.ceil(SIZE / piece.length)).slice(0, SIZE);

test.each([
  ["stars", "*"],
  ["half emphasis", "*a_"],
  ["nested brackets", "["],
  ["links without an end", "[a](<b"],
  ["quotes in quotes", "> "],
  ["backticks", "`a"],
  ["tables", "|a|\n|-|\n"],
  ["front matter", "---\n"],
  ["addresses", "http://a.b/("],
  ["a long line", "word "],
  ["angle brackets", "<"],
  ["references", "[a]: b\n"],
  ["lists", "- "],
])(
  "A68: the longest text of %s is read at once",
  (_name, piece) => {
    const began = performance.now();
    const { container } = render(<MarkdownView text={filled(piece)} />);
    expect(performance.now() - began).toBeLessThan(PATIENCE_MS);
    expect(container.firstChild).not.toBeNull();
  },
  30_000,
);
