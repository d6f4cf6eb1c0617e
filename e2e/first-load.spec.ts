import { readFileSync, statSync } from "node:fs";
import { expect, test } from "@playwright/test";

const BUILT = new URL("../packages/web/dist/", import.meta.url);
/** Kilobytes of JavaScript, packed with gzip, before a board shows its first card on a cold phone. */
const BUDGET = 200;

test("a board needs no more JavaScript than its budget", () => {
  const page = readFileSync(new URL("index.html", BUILT), "utf8");
  const program = [...page.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file);
  const places: { address: string; scripts: string[] }[] = JSON.parse(
    readFileSync(new URL("first-loads.json", BUILT), "utf8"),
  );
  const board = places.find(({ address }) => address.includes("/board"));
  const files = new Set([...program, ...(board?.scripts ?? [])]);
  expect(files.size).toBeGreaterThan(3);
  const bytes = [...files].reduce((sum, file) => sum + statSync(new URL(`${file}.gz`, BUILT)).size, 0);
  expect(bytes / 1024).toBeLessThanOrEqual(BUDGET);
});
