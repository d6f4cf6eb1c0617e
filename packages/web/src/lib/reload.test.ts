import { afterEach, expect, it, vi } from "vitest";
import { reloadAfterUpgrade } from "./reload.ts";

afterEach(() => {
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const serverThat = (answers: () => Promise<Response>) => vi.stubGlobal("fetch", vi.fn(answers));

it("reloads once when the server answers: the file is gone, not the line", async () => {
  const reload = vi.fn();
  serverThat(async () => new Response("ok"));
  await reloadAfterUpgrade(reload);
  await reloadAfterUpgrade(reload);
  expect(reload).toHaveBeenCalledTimes(1);
});

it("stays on the page while the line is broken or the server is away", async () => {
  const reload = vi.fn();
  serverThat(async () => Promise.reject(new TypeError("Failed to fetch")));
  await reloadAfterUpgrade(reload);
  serverThat(async () => new Response("", { status: 502 }));
  await reloadAfterUpgrade(reload);
  expect(reload).not.toHaveBeenCalled();
});
