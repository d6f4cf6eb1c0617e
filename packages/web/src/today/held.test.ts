import { expect, test } from "vitest";
import { hold, without } from "./held.ts";
import type { Today, TodayCard } from "./today.api.ts";

const card = (id: string, more: Partial<TodayCard> = {}): TodayCard => ({
  ...{ id, ref: id, title: id, milestone: null, dueOn: null, low: null, likely: null, high: null },
  project: { id: "p1", key: "ACME", name: "Acme site" },
  ...{ doing: false, columnId: "todo", doneColumnId: "done", blockedReason: null, waitsFor: [] },
  reason: { code: "no_milestone" },
  ...more,
});
const today = (more: Partial<Today>): Today => ({
  ...{ today: "2026-06-01", wishes: [], items: [], due: [], next: [], waiting: [], nextMilestone: null },
  ...more,
});
const ids = (cards: readonly TodayCard[]) => cards.map(({ id }) => id);

test("lines keep their places while others work, with what is true of them now", () => {
  const shown = today({ next: [card("a"), card("b")] });
  const fresh = today({ due: [card("new")], next: [card("b", { likely: 60 }), card("a")] });
  const held = hold(shown, fresh, new Set());
  expect(ids(held.today.due)).toEqual([]);
  expect(ids(held.today.next)).toEqual(["a", "b"]);
  expect(held.today.next[1]?.likely).toBe(60);
  expect(held.news).toEqual(["new"]);
});

test("what somebody else has finished stays where it is, and is known to be over", () => {
  const held = hold(today({ due: [card("a"), card("b")] }), today({ due: [card("b")] }), new Set());
  expect(ids(held.today.due)).toEqual(["a", "b"]);
  expect([...held.gone]).toEqual(["a"]);
});

test("what oneself finishes leaves at once, and what others gave waits still", () => {
  const shown = today({ due: [card("a"), card("b")] });
  expect(ids(hold(shown, shown, new Set(["a"])).today.due)).toEqual(["b"]);
  expect(ids(without(today({ due: [card("new"), card("b")] }), ["new"]).due)).toEqual(["b"]);
});
