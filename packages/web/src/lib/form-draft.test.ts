import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { hasFormDraft, useFormDraft } from "./form-draft.ts";

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const there = { title: "Slow review", days: 3, who: null as string | null };
const open = (initial = there) =>
  renderHook((props: typeof there) => useFormDraft("risk.1", props), { initialProps: initial });

it("keeps what was typed for the next time, and nothing else", () => {
  const first = open();
  act(() => first.result.current.set({ title: "Slow legal review" }));
  first.unmount();
  expect(hasFormDraft("risk.1")).toBe(true);
  const { values, changes, theirs } = open({ ...there, days: 5 }).result.current;
  expect(values).toEqual({ title: "Slow legal review", days: 5, who: null });
  expect(changes).toEqual({ title: "Slow legal review" });
  expect(theirs).toEqual({});
});

it("tells what others have changed since it was typed over", () => {
  const first = open();
  act(() => first.result.current.set({ who: "jo" }));
  act(() => first.result.current.set({ who: "jon" }));
  first.rerender({ ...there, who: "sam" });
  expect(first.result.current.values.who).toBe("jon");
  expect(first.result.current.theirs).toEqual({ who: "sam" });
});

it("forgets what was typed back, and all of it when it is cleared", () => {
  const { result } = open();
  act(() => result.current.set({ title: "X", days: 9 }));
  act(() => result.current.set({ title: there.title }));
  expect(result.current.changes).toEqual({ days: 9 });
  act(() => result.current.clear());
  expect(result.current.values).toEqual(there);
  expect(hasFormDraft("risk.1")).toBe(false);
});

it.each(["no JSON", "null", '{"title":"bare"}'])("survives what is stored as %s", (stored) => {
  localStorage.setItem("milepost.draft.risk.1", stored);
  expect(open().result.current.values).toEqual(there);
});
