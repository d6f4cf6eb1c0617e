import { expect, test } from "vitest";
import type { Shape } from "../lib/api.ts";
import { projectEvent } from "./project-events.ts";

const event = (verb: string, data: Record<string, unknown> = {}) => ({ verb, data }) as Shape<"Event">;

test("a known event is a sentence, with the title where there is one", () => {
  expect(projectEvent(event("card.moved"))).toBe("moved a card");
  expect(projectEvent(event("card.created", { title: "Write copy" }))).toBe("made the card “Write copy”");
});

test("an event that has no sentence yet still reads", () => {
  expect(projectEvent(event("column.deleted"))).toBe("column: deleted");
  expect(projectEvent(event("card.datesChanged"))).toBe("card: dates changed");
});
