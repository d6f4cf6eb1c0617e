import { expect, it } from "vitest";
import { type CardContent, NO_CONTENT } from "../lib/card-content.ts";
import { contentParts, onlyParts } from "./template-parts.ts";

const content: CardContent = {
  title: "Find the fault",
  body: "Seen",
  checklist: [{ heading: "", text: "Look", personId: "jo", dueInDays: 1 }],
  labels: ["l1"],
  people: ["jo"],
  milestoneId: "m1",
  priority: 2,
  low: null,
  likely: 120,
  high: null,
  dueInDays: 3,
  values: [{ fieldId: "f1", value: "Firefox" }],
  links: [{ title: "How", url: "https://example.test" }],
};

const lists = {
  labels: [{ id: "l1", name: "Fault" }],
  people: [{ id: "jo", name: "Jo" }],
  milestones: [{ id: "m1", number: 1, title: "Pages" }],
  fields: [{ id: "f1", name: "Browser" }],
};

it("offers every field that a card's content has, and nothing that a card has not", () => {
  const offered = contentParts(content, lists);
  const all = onlyParts(content, new Set(offered.map(({ value }) => value)));
  expect(all).toEqual(content);
  expect(offered.map(({ label }) => label)).toContain("Days until due: due 3 working days after it is made");
  expect(contentParts({ ...NO_CONTENT, title: "Bare" }, lists)).toEqual([]);
});

it("leaves behind what is not ticked, and with the people who holds a line", () => {
  expect(onlyParts(content, new Set(["checklist", "text"]))).toEqual({
    ...NO_CONTENT,
    title: "Find the fault",
    body: "Seen",
    checklist: [{ heading: "", text: "Look", personId: null, dueInDays: 1 }],
  });
});
