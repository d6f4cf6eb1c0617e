import { expect, test } from "vitest";
import type { Shape } from "../lib/api.ts";
import { projectEvent } from "./project-events.ts";

const event = (verb: string, data: Record<string, unknown> = {}) => ({ verb, data }) as Shape<"Event">;

test("a known event is a sentence, with the title where there is one", () => {
  expect(projectEvent(event("card.moved"))).toBe("moved a card");
  expect(projectEvent(event("card.created", { title: "Write copy" }))).toBe("made the card “Write copy”");
  expect(projectEvent(event("file.added", { name: "plan.pdf" }))).toBe("added a file “plan.pdf”");
});

test("an event that has no sentence yet still reads", () => {
  expect(projectEvent(event("review.held"))).toBe("review: held");
  expect(projectEvent(event("notice.heldBack"))).toBe("notice: held back");
});

test.each([
  ["card.itemDone", "ticked a line of a checklist"],
  ["card.deleted", "deleted a card"],
  ["column.deleted", "removed a column"],
  ["project.sampleAdded", "added the sample project"],
  ["milestone.dependencyAdded", "let a milestone follow something else"],
  ["risk.restored", "took a risk out of the trash"],
])("%s reads as a person would say it", (verb, words) => expect(projectEvent(event(verb))).toBe(words));
