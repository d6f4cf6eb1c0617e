import { gzipSync } from "node:zlib";
import { type Browser, chromium } from "@playwright/test";
import { type Api, setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { findChromium } from "../scripts/test/chromium.mjs";
import { median, type Row } from "./row.ts";

const SIZES = [1_000, 5_000];
const RUNS = 5;
const AT_ONCE = 200;
export const UNDISTURBED_MS = 2_500;

interface Seen {
  firstCard: number;
  window: number;
  longest: number;
  nodes: number;
  heap: number;
  scroll: number;
  drag: number;
  script: number;
}

/** The board in Chromium with a cold cache: first card, nodes, heap, and the longest task while it loads and moves. */
export async function boardPageRows(): Promise<Row[]> {
  const browser = await launch();
  try {
    return await rowsIn(browser);
  } finally {
    await browser.close();
  }
}

async function rowsIn(browser: Browser): Promise<Row[]> {
  const milepost = await startMilepost();
  try {
    const api = await setUp(milepost.url);
    const rows: Row[] = [];
    for (const size of SIZES) {
      const key = `B${size}`;
      await seed(api, key, size);
      const seen: Seen[] = [];
      for (let run = 0; run < RUNS; run++) seen.push(await visit(browser, api, key));
      rows.push(...rowsOf(size, seen));
    }
    return rows;
  } finally {
    await milepost.stop();
    milepost.remove();
  }
}

export function launch(): Promise<Browser> {
  const { path, advice } = findChromium();
  if (!path) throw new Error(advice);
  return chromium.launch({ args: ["--no-sandbox"], executablePath: path });
}

export async function seed(api: Api, key: string, size: number): Promise<void> {
  const { id } = await api.call<{ id: string }>("POST", "/projects", { name: `Board of ${size}`, key });
  for (const name of ["Review", "Waiting", "Ideas"])
    await api.call("POST", `/projects/${id}/columns`, { name, category: "doing" });
  const { columns } = await api.call<{ columns: { id: string }[] }>("GET", `/projects/${id}/board`);
  const share = Math.ceil(size / columns.length);
  for (const { id: columnId } of columns)
    for (let from = 0; from < share; from += AT_ONCE) {
      const count = Math.min(AT_ONCE, share - from);
      const titles = Array.from(
        { length: count },
        (_, at) => `Check the copy of page ${from + at} with Dana`,
      );
      await api.call("POST", `/projects/${id}/cards/batch`, { titles, columnId });
    }
}

/** A page with a cold cache in a browser that is awake, with somebody signed in. */
export async function coldPage(browser: Browser, { url, cookie }: Api): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  // People come from the sign-in page, which shares no file with the app: the browser is awake, its cache is cold.
  await page.goto(`${url}/signin`);
  await context.addCookies(
    cookie.split("; ").map((pair) => {
      const [name = "", ...value] = pair.split("=");
      return { name, value: value.join("="), url };
    }),
  );
  await page.addInitScript(watch);
  return page;
}

async function visit(browser: Browser, api: Api, key: string): Promise<Seen> {
  const page = await coldPage(browser, api);
  const scripts = scriptsOf(page);
  await page.goto(`${api.url}/p/${key.toLowerCase()}/board`, { waitUntil: "commit" });
  // Asking the page puts a program of Playwright's into it, which takes longer than the page's own: hands off.
  await page.waitForTimeout(UNDISTURBED_MS);
  await page.waitForSelector("[data-card]");
  const load = await page.evaluate(() => window.boardSeen);
  const script = await scripts();
  const usedSize = await heapOf(page);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  const scroll = await longestDuring(page, () => scrollDown(page));
  const drag = await longestDuring(page, () => dragAcross(page));
  await page.context().close();
  return { ...load, nodes, heap: usedSize / 1e6, scroll, drag, script };
}

export type Page = Awaited<ReturnType<Browser["newPage"]>>;

/** Bytes that are still used once everything else is collected. */
export async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

/** The scripts that come over the network from now on, each packed with gzip. */
function scriptsOf(page: Page): () => Promise<number> {
  const found: Promise<number>[] = [];
  page.on("response", (answer) => {
    if (answer.request().resourceType() === "script")
      found.push(answer.body().then((body) => gzipSync(body).length));
  });
  return async () => (await Promise.all(found)).reduce((sum, size) => sum + size, 0) / 1024;
}

declare global {
  interface Window {
    boardSeen: { firstCard: number; window: number; longest: number };
  }
}

export function watch(): void {
  window.boardSeen = { firstCard: 0, window: 0, longest: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries())
      window.boardSeen.longest = Math.max(window.boardSeen.longest, duration);
  }).observe({ type: "longtask", buffered: true });
  let cards = 0;
  new MutationObserver(() => {
    const now = document.querySelectorAll("[data-card]").length;
    if (now === cards) return;
    cards = now;
    window.boardSeen.firstCard ||= performance.now();
    window.boardSeen.window = performance.now();
  }).observe(document, { childList: true, subtree: true });
}

export async function longestDuring(page: Page, work: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    window.boardSeen.longest = 0;
  });
  await work();
  await page.waitForTimeout(300);
  return page.evaluate(() => window.boardSeen.longest);
}

async function scrollDown(page: Page): Promise<void> {
  const box = await page.locator("[data-lane]").first().boundingBox();
  if (!box) throw new Error("no column");
  await page.mouse.move(box.x + 100, box.y + 200);
  for (let step = 0; step < 40; step++) {
    await page.mouse.wheel(0, 300);
    await page.waitForTimeout(16);
  }
}

export async function dragAcross(page: Page): Promise<void> {
  const columns = page.locator("[data-lane]");
  const [from, to] = [await columns.nth(0).boundingBox(), await columns.nth(1).boundingBox()];
  if (!from || !to) throw new Error("no columns");
  await page.mouse.move(from.x + 100, from.y + 120);
  await page.mouse.down();
  await page.mouse.move(from.x + 110, from.y + 130, { steps: 4 });
  for (let step = 0; step < 30; step++) {
    await page.mouse.move(to.x + 100, to.y + 50 + step * 12);
    await page.waitForTimeout(16);
  }
  await page.mouse.up();
}

function rowsOf(size: number, seen: readonly Seen[]): Row[] {
  const row = (name: string, unit: string, goal: string, pick: (one: Seen) => number): Row => ({
    name: `board page of ${size} cards: ${name}`,
    value: median(seen.map(pick)),
    unit,
    goal,
  });
  const few = size <= 1_000;
  return [
    row("first card, cold cache", "ms", few ? "400" : "1500", (one) => one.firstCard),
    row("all that the window shows", "ms", few ? "800" : "1500", (one) => one.window),
    row("longest task while loading", "ms", "150", (one) => one.longest),
    row("longest task while scrolling", "ms", "100", (one) => one.scroll),
    row("longest task while dragging", "ms", "100", (one) => one.drag),
    row("elements in the page", "", "3000", (one) => one.nodes),
    row("heap", "MB", "40", (one) => one.heap),
    row("JavaScript of the first load, gzip", "KB", "200", (one) => one.script),
  ];
}
