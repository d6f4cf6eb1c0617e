import { expect, it } from "vitest";
import { stepsOf } from "./procedure-acts.ts";

it("takes a step from each line, without what a list puts before it", () => {
  expect(stepsOf("- Ask\n\n2. Write 3 drafts\n  * Send \n4 people read it")).toEqual([
    "Ask",
    "Write 3 drafts",
    "Send",
    "4 people read it",
  ]);
});
