import { expect, test } from "vitest";
import { complete, EMPTY, type Filled, wantedOf } from "./request-draft.ts";

const filled: Filled = { ...EMPTY, question: " Is it done? ", milestoneId: "m1", deciders: ["dana"] };

test("a request is complete with a question, somebody who decides, and what it is about", () => {
  expect(complete(filled)).toBe(true);
  expect(complete({ ...filled, question: " " })).toBe(false);
  expect(complete({ ...filled, deciders: [] })).toBe(false);
  expect(complete({ ...filled, milestoneId: "" })).toBe(false);
  expect(complete({ ...filled, kind: "plan", milestoneId: "" })).toBe(true);
  expect(complete({ ...filled, kind: "files" })).toBe(false);
  expect(complete({ ...filled, kind: "question" })).toBe(false);
});

test("answers without a text are left out, and what was typed becomes days and money", () => {
  const choices = [
    { key: 1, text: "Stripe", days: "", price: "" },
    { key: 2, text: " Mollie ", days: "3", price: "800" },
    { key: 3, text: "", days: "1", price: "" },
  ];
  const wanted = wantedOf({ ...filled, kind: "question", choices, rule: "all" }, "EUR");
  expect(wanted).toMatchObject({
    question: "Is it done?",
    rule: "any",
    choices: [
      { text: "Stripe", days: null, priceMinor: null },
      { text: "Mollie", days: 3, priceMinor: 80_000 },
    ],
  });
});

test("a plan is asked about as a whole", () => {
  expect(wantedOf({ ...filled, kind: "plan" }, "EUR")).not.toHaveProperty("milestoneId");
});
