import { describe, expect, it } from "vitest";
import { parseQuickAdd, type QuickWorld } from "./quick-add.ts";

const world: QuickWorld = {
  people: [
    { id: "ana", name: "Ana Reyes" },
    { id: "anton", name: "Anton" },
    { id: "jo", name: "Jo" },
  ],
  labels: [
    { id: "copy", name: "Copy" },
    { id: "legal", name: "Legal review" },
  ],
  milestones: [
    { id: "m1", number: 1, title: "Brief agreed" },
    { id: "m4", number: 4, title: "Launch" },
  ],
  today: "2026-06-10",
};

const seen = (typed: string, options = {}) => {
  const { title, chips } = parseQuickAdd(typed, world, options);
  return [
    title.trim(),
    chips.map(
      (chip) =>
        `${chip.kind}:${"id" in chip ? chip.id : "day" in chip ? chip.day : "value" in chip ? chip.value : ""}`,
    ),
  ];
};

describe("quick add", () => {
  it.each([
    ["Write copy", "Write copy", []],
    ["Write copy @jo", "Write copy", ["person:jo"]],
    ["@ana Write copy", "Write copy", ["person:ana"]],
    ["Write copy @an", "Write copy @an", []],
    ["Write copy @reyes", "Write copy", ["person:ana"]],
    ["Check #copy #legalreview", "Check", ["label:copy", "label:legal"]],
    ["Check #nothing", "Check #nothing", []],
    ["Ship >launch !high ~4h", "Ship", ["milestone:m4", "priority:3", "estimate:240"]],
    ["Ship >M1", "Ship", ["milestone:m1"]],
    ["Ship >2", "Ship >2", []],
    ["Call Dana fri", "Call Dana", ["due:2026-06-12"]],
    ["Call Dana 12 jun", "Call Dana", ["due:2026-06-12"]],
    ["Call Dana +3d", "Call Dana", ["due:2026-06-13"]],
    ["Say wow!", "Say wow!", []],
    ["mail a@jo now", "mail a@jo now", []],
    ["Version 12 june notes", "Version notes", ["due:2026-06-12"]],
    ["Frida calls", "Frida calls", []],
  ])("%s", (typed, title, chips) => expect(seen(typed)).toEqual([title, chips]));

  it("waits for the end of the last word while typing", () => {
    expect(seen("Ship @jo", { finished: false })).toEqual(["Ship @jo", []]);
    expect(seen("Ship @jo ", { finished: false })).toEqual(["Ship", ["person:jo"]]);
  });

  it("leaves alone what was turned back into text", () => {
    expect(seen("Buy fri rolls", { kept: ["fri"] })).toEqual(["Buy fri rolls", []]);
  });
});
