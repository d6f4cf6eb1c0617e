import type { LiveMessage } from "@milepost/server/wire";
import { QueryClient } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { openLive, touched, useReconnected } from "./live.ts";

class FakeSource extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static last: FakeSource | null = null;
  readyState = 1;
  onopen: (() => void) | null = null;
  onerror: (() => void) | null = null;
  onmessage: ((event: { data: string }) => void) | null = null;

  readonly url: string;

  constructor(url: string) {
    super();
    this.url = url;
    FakeSource.last = this;
  }

  close() {
    this.readyState = 2;
  }
}

const message: LiveMessage = {
  verb: "card.moved",
  subject: { kind: "card", id: "c1" },
  projectId: "p1",
  actorId: "a1",
  at: "2026-06-01T10:00:00Z",
};

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal("EventSource", FakeSource);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("many happenings in a moment refresh a project once", () => {
  const client = new QueryClient();
  const refresh = vi.spyOn(client, "invalidateQueries").mockResolvedValue();
  const close = openLive(client);
  for (let n = 0; n < 5; n += 1) FakeSource.last?.onmessage?.({ data: JSON.stringify(message) });
  FakeSource.last?.onmessage?.({ data: "not a message" });
  vi.runAllTimers();
  expect(refresh.mock.calls.map(([filter]) => filter?.queryKey)).toEqual([["portfolio"], ["project", "p1"]]);
  close();
});

test("when the server cannot replay what was missed, everything is read anew", () => {
  const client = new QueryClient();
  const refresh = vi.spyOn(client, "invalidateQueries").mockResolvedValue();
  const close = openLive(client);
  FakeSource.last?.dispatchEvent(new Event("resync"));
  expect(refresh).toHaveBeenCalledWith();
  close();
});

test("a line that the server refused is tried again", () => {
  const close = openLive(new QueryClient());
  const first = FakeSource.last;
  first?.close();
  first?.onerror?.();
  vi.runAllTimers();
  expect(FakeSource.last).not.toBe(first);
  close();
});

test("a happening of the workspace touches its lists and no project", () => {
  expect(touched({ ...message, projectId: null })).not.toContainEqual(["project", "p1"]);
  expect(touched({ ...message, projectId: null })).toContainEqual(["workspace"]);
});

test("what waits for the server acts once each time the line is back, and not before", () => {
  const close = openLive(new QueryClient());
  const back = vi.fn();
  const { rerender } = renderHook(() => useReconnected(back));
  rerender();
  expect(back).not.toHaveBeenCalled();
  act(() => FakeSource.last?.onerror?.());
  expect(back).not.toHaveBeenCalled();
  act(() => FakeSource.last?.onopen?.());
  rerender();
  expect(back).toHaveBeenCalledOnce();
  close();
});

test("the line goes on from where the page was read", () => {
  const client = new QueryClient();
  client.setQueryData(["me"], { liveAfter: "7.0" });
  openLive(client)();
  expect(FakeSource.last?.url).toBe("/api/v1/live?after=7.0");
});
