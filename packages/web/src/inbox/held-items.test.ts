import { expect, test } from "vitest";
import { holdItems } from "./held-items.ts";

const items = (...ids: string[]) => ids.map((id) => ({ id }));
const ids = (list: readonly { id: string }[]) => list.map(({ id }) => id).join("");

test("an empty list shows what comes; then items keep their places and what is new is counted", () => {
  expect(holdItems([], items("a", "b"))).toEqual({ items: items("a", "b"), news: 0 });
  const held = holdItems(["a", "b", "c"], items("n", "c", "a", "b"));
  expect(ids(held.items)).toBe("abc");
  expect(held.news).toBe(1);
});

test("a further page stands below, what was done leaves, and comes back where it was", () => {
  expect(ids(holdItems(["a", "b"], items("a", "b", "c", "d")).items)).toBe("abcd");
  expect(ids(holdItems(["a", "b", "c"], items("a", "c")).items)).toBe("ac");
  expect(holdItems(["a", "b", "c"], items("a", "b", "c"))).toEqual({ items: items("a", "b", "c"), news: 0 });
});

test("when all that stood there is done, what is new stands there without a word", () => {
  expect(holdItems(["a"], items("n"))).toEqual({ items: items("n"), news: 0 });
});
