import { beforeEach, expect, it, vi } from "vitest";

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

it("fetches nothing by itself until the page is at rest, then all parts, also those named later", async () => {
  const { fetchAtRest, later } = await import("./later.ts");
  const [early, late] = [vi.fn(async () => "early"), vi.fn(async () => Promise.reject(new Error("offline")))];
  expect(await later(early)()).toBe("early");
  early.mockClear();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(early).not.toHaveBeenCalled();
  fetchAtRest();
  await vi.advanceTimersByTimeAsync(60_000);
  later(late);
  await vi.advanceTimersByTimeAsync(60_000);
  expect([early.mock.calls.length, late.mock.calls.length]).toEqual([1, 1]);
});
