import { expect, test } from "vitest";
import { BoardCache } from "./board-cache.ts";

const read = (text: string) => async () => ({ json: text, snapshot: text });
const always = async () => true;

test("the board asked for longest ago goes when the bound in bytes is reached", async () => {
  const cache = new BoardCache(3_000);
  const big = (name: string) => name.repeat(1_000);
  await cache.get("a", always, read(big("a")));
  await cache.get("b", always, read(big("b")));
  expect((await cache.get("a", always, read("again"))).snapshot).toBe(big("a"));
  await cache.get("c", always, read(big("c")));
  expect((await cache.get("a", always, read("a again"))).snapshot).toBe(big("a"));
  expect((await cache.get("b", always, read("b again"))).snapshot).toBe("b again");
});

test("a failed read is nobody else's failure", async () => {
  const cache = new BoardCache();
  const failing = cache.get("a", always, () => Promise.reject(new Error("gone")));
  const other = cache.get("a", always, read("fine"));
  await expect(failing).rejects.toThrow("gone");
  expect((await other).snapshot).toBe("fine");
});

test("one that is no longer true is read again", async () => {
  const cache = new BoardCache();
  await cache.get("a", always, read("old"));
  expect((await cache.get("a", async () => false, read("new"))).snapshot).toBe("new");
  expect((await cache.get("a", always, read("newer"))).snapshot).toBe("new");
});
