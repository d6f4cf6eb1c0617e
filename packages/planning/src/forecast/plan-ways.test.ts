import { expect, test } from "vitest";
import type { Plan } from "../plan.ts";
import { JO, MONDAY, overbooked } from "../testing/overbooked.ts";
import { card, link, person } from "../testing/plans.ts";
import { waysToMakeTheDate } from "./plan-ways.ts";

function ways(wishOn: string, change: Partial<Plan> = {}) {
  const result = waysToMakeTheDate(overbooked(change), "m1", wishOn, 80);
  if (!result.ok) throw new Error(result.code);
  return result;
}

test("a wish before the likely date has three ways out, each safe enough", () => {
  const { chance, holds, move, cut, add, reassign, impossible } = ways("2026-05-15");
  expect([chance < 0.5, holds]).toEqual([true, false]);
  expect(move.on > "2026-05-26").toBe(true);
  expect(cut?.cardIds).toEqual(["c4", "c3", "c2"]);
  expect(add).toMatchObject({ personId: "jo" });
  expect(reassign).toMatchObject({ fromId: "jo", toId: "sam" });
  for (const way of [move, cut, add, reassign]) expect(way?.chance).toBeGreaterThanOrEqual(0.8);
  expect(impossible).toMatchObject({ id: "m1", notBefore: "2026-05-26" });
});

test("what matters least is cut first, and one hour or card less would not be enough", () => {
  const cards = ["c1", "c2", "c3", "c4"].map((id, i) =>
    card({ id, low: null, high: null, priority: i === 0 ? 0 : 2, position: `a${i}` }),
  );
  const { cut, add } = ways("2026-06-04", { cards });
  expect(cut?.cardIds).toEqual(["c1"]);
  const hours = add?.hoursPerWeek ?? 0;
  expect(hours).toBeGreaterThan(0);
  const lessPercent = 50 + ((hours - 1) / 16) * 100;
  expect(ways("2026-06-04", { cards, people: [person(), { ...JO, percent: lessPercent }] }).holds).toBe(
    false,
  );
});

test("a wish that is safe needs nothing", () => {
  expect(ways("2026-12-18")).toMatchObject({
    holds: true,
    cut: null,
    add: null,
    reassign: null,
    impossible: null,
  });
});

test("a milestone that is not open, and a cycle, are refused", () => {
  expect(waysToMakeTheDate(overbooked(), "nothing", MONDAY, 80)).toEqual({ ok: false, code: "not_open" });
  const links = [link({ from: "c1", to: "c2" }), link({ id: "l2", from: "c2", to: "c1" })];
  expect(waysToMakeTheDate(overbooked({ links }), "m1", MONDAY, 80)).toMatchObject({
    ok: false,
    code: "cycle",
  });
});

test("below three estimated cards nothing is promised", () => {
  const cards = [card(), card({ id: "c2" }), card({ id: "c3", likely: null })];
  expect(waysToMakeTheDate(overbooked({ cards }), "m1", MONDAY, 80)).toEqual({
    ok: false,
    code: "not_enough_data",
    estimatedCards: 2,
    needed: 3,
  });
});
