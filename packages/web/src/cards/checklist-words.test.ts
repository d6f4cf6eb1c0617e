import { expect, it } from "vitest";
import { plannedLine } from "./checklist-words.ts";

/** A Friday. */
const world = {
  people: [
    { id: "ana", name: "Ana Reyes" },
    { id: "jo", name: "Jo" },
  ],
  today: "2026-06-12",
};

it.each([
  ["Call the printer @ana mon", { text: "Call the printer", personId: "ana", dueOn: "2026-06-15" }],
  ["Call the printer 3 jul @jo", { text: "Call the printer", personId: "jo", dueOn: "2026-07-03" }],
  ["Ask +3d", { text: "Ask", personId: null, dueOn: "2026-06-15" }],
  ["We sat down and wrote", { text: "We sat down and wrote", personId: null, dueOn: null }],
  ["Write to @ana about it", { text: "Write to @ana about it", personId: null, dueOn: null }],
  ["Order @nobody", { text: "Order @nobody", personId: null, dueOn: null }],
  ["Decide !high ~4h", { text: "Decide !high ~4h", personId: null, dueOn: null }],
  ["fri", { text: "fri", personId: null, dueOn: null }],
  ["Meet fri mon", { text: "Meet fri", personId: null, dueOn: "2026-06-15" }],
])("reads %j", (typed, line) => expect(plannedLine(typed, world)).toEqual(line));
