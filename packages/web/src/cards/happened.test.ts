import { expect, test } from "vitest";
import { aBoard } from "../testing/board.ts";
import { happened } from "./happened.ts";

const board = aBoard([]);

test.each([
  ["card.itemsAdded", { items: ["a"] }, "added a line to the checklist"],
  [
    "card.itemsAdded",
    { items: ["a", "b", "c"], procedureId: "p" },
    "added 3 lines of a procedure to the checklist",
  ],
  ["card.itemDone", { itemId: "a" }, "ticked a line of the checklist"],
  ["card.created", {}, "made the card"],
  [
    "card.created",
    { madeFrom: { kind: "template", id: "t", name: "Fault" } },
    "made the card from the template Fault",
  ],
  ["card.created", { madeFrom: { kind: "card", id: "c" } }, "made the card as a copy"],
  ["card.deleted", {}, "deleted it"],
  ["card.moved", { to: { place: "later", columnId: null } }, "moved it to Later"],
  [
    "card.moved",
    { to: { place: "later", columnId: null }, bySwitch: "items_done" },
    "moved it to Later by itself: every line of its checklist was ticked",
  ],
  [
    "card.toldOf",
    { people: ["gone"], bySwitch: "blocked" },
    "told somebody by itself: it has been blocked for days",
  ],
  ["card.milestoneChanged", { after: { milestoneId: "m1" } }, "put it under Brief agreed"],
])("%s with %j", (verb, data, said) => expect(happened({ verb, data }, board)).toBe(said));
