import { expect, test } from "vitest";
import { overbooked } from "../testing/overbooked.ts";
import { link } from "../testing/plans.ts";
import { type CardChange, effectOf } from "./plan-effect.ts";

function effect(...changes: CardChange[]) {
  const result = effectOf(overbooked(), changes);
  if (!result.ok) throw new Error(result.code);
  return result;
}

test.each<[string, CardChange]>([
  ["cutting a card", { kind: "cut", cardId: "c4" }],
  ["giving it to somebody else", { kind: "reassign", cardId: "c4", fromId: "jo", toId: "sam" }],
])("%s brings the date forward", (_, change) => {
  const [only] = effect(change).milestones;
  expect(only).toMatchObject({ id: "m1" });
  expect((only?.p80On.after ?? "") < (only?.p80On.before ?? "")).toBe(true);
});

test("moving a card to a later week takes the date with it", () => {
  const [only] = effect({ kind: "move", cardId: "c4", startOn: "2026-09-01" }).milestones;
  expect((only?.p50On.after ?? "") > "2026-09-01").toBe(true);
  expect(only?.chance).toMatchObject({ after: 0 });
});

test("what changes nothing has no effect", () => {
  expect(effect({ kind: "cut", cardId: "nothing" }).milestones).toEqual([]);
});

test("the changed plan comes along, and a cycle is refused", () => {
  expect(
    effect({ kind: "reassign", cardId: "c4", fromId: "jo", toId: "sam" }).plan.cards[3]?.assigneeIds,
  ).toEqual(["sam"]);
  const links = [link({ from: "c1", to: "c2" }), link({ id: "l2", from: "c2", to: "c1" })];
  expect(effectOf(overbooked({ links }), [])).toMatchObject({ ok: false, code: "cycle" });
});
