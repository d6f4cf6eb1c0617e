import { expect, it } from "vitest";
import { linesOf, outlineOf } from "./lines.ts";

it("takes a line from each, without what a list puts before it", () => {
  expect(linesOf("- Ask\r\n\n2. Write 3 drafts\n  * Send \n[ ] Check\n•\n4 people read it")).toEqual([
    "Ask",
    "Write 3 drafts",
    "Send",
    "Check",
    "4 people read it",
  ]);
});

it("tells what is indented below the lines that it begins with", () => {
  const pasted = "  1. Design approved\n\ta. is a letter\n    - Draw the home page\n  2. Site live";
  expect(outlineOf(pasted)).toEqual([
    { text: "Design approved", inside: false },
    { text: "a. is a letter", inside: true },
    { text: "Draw the home page", inside: true },
    { text: "Site live", inside: false },
  ]);
});
