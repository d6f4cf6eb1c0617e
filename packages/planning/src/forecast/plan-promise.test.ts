import { expect, test } from "vitest";
import type { Plan } from "../plan.ts";
import { JO, overbooked } from "../testing/overbooked.ts";
import { card, client, link, milestone, person } from "../testing/plans.ts";
import { earliestHonestPromise } from "./plan-promise.ts";

function promise(change: Partial<Plan> = {}, confidence: 50 | 80 | 90 = 80) {
  const result = earliestHonestPromise(overbooked(change), "m1", confidence);
  if (!result.ok) throw new Error(result.code);
  return result;
}

test("the promise names the date, the person who is overbooked, the half that is elsewhere and the leave", () => {
  const { on, binding, reasons, bound } = promise();
  expect(on > "2026-05-25").toBe(true);
  expect(binding).toMatchObject({ code: "busy", personId: "jo", hoursPerWeek: 8 });
  expect(reasons).toContainEqual(expect.objectContaining({ code: "part_time", personId: "jo", percent: 50 }));
  expect(reasons).toContainEqual(
    expect.objectContaining({ code: "away", from: "2026-05-01", to: "2026-05-05" }),
  );
  expect(bound).toMatchObject({
    notBefore: "2026-05-26",
    proof: { by: "work", personId: "jo", minutes: 1920 },
  });
});

test("more certainty is a later promise", () => {
  expect(promise({}, 50).on < promise({}, 90).on).toBe(true);
});

test("a client who takes a month binds more than the work", () => {
  const slow = { client: client({ answerDays: 20 }), people: [person(), person({ id: "jo" })] };
  expect(promise(slow).binding).toMatchObject({ code: "client", milestoneId: "m1", answerDays: 20 });
});

test("what it follows binds when that comes late", () => {
  const milestones = [
    milestone({ startOn: null }),
    milestone({ id: "m0", startOn: "2026-07-01", targetOn: "2026-07-10" }),
  ];
  const { binding } = promise({
    milestones,
    links: [link({ from: "m0", to: "m1" })],
    people: [person({ id: "jo" })],
  });
  expect(binding).toMatchObject({ code: "follows", linkId: "l1", itemId: "m0" });
});

test("somebody without any time for it is named", () => {
  const { on, binding } = promise({ people: [person(), { ...JO, percent: 0 }] });
  expect(on).toBe("9999-12-31");
  expect(binding).toMatchObject({ code: "no_time", personId: "jo" });
});

test("short work that nothing holds is bound by nothing but itself", () => {
  const cards = ["c1", "c2", "c3"].map((id) => card({ id, likely: 5, low: 4, high: 6 }));
  expect(promise({ cards, people: [person({ id: "jo" })] }).binding).toEqual({ code: "work", days: 0 });
});

test("a milestone that is not open, and a cycle, are refused", () => {
  expect(earliestHonestPromise(overbooked(), "nothing", 80)).toEqual({ ok: false, code: "not_open" });
  const links = [link({ from: "c1", to: "c2" }), link({ id: "l2", from: "c2", to: "c1" })];
  expect(earliestHonestPromise(overbooked({ links }), "m1", 80)).toMatchObject({ ok: false, code: "cycle" });
});

test("below three estimated cards nothing is promised", () => {
  const cards = [card(), card({ id: "c2" }), card({ id: "c3", likely: null })];
  expect(earliestHonestPromise(overbooked({ cards }), "m1", 80)).toEqual({
    ok: false,
    code: "not_enough_data",
    estimatedCards: 2,
    needed: 3,
  });
});
