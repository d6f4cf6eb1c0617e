import type { Browser } from "@playwright/test";
import { type Api, setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import {
  coldPage,
  heapOf,
  launch,
  longestDuring,
  type Page,
  seed,
  UNDISTURBED_MS,
} from "./board-page.bench.ts";
import { median, type Row } from "./row.ts";

const SIZE = 5_000;
const RUNS = 5;
const KEY = "LIST";

interface Seen {
  window: number;
  longest: number;
  scroll: number;
  filtered: number;
  filtering: number;
  sorting: number;
  nodes: number;
  heap: number;
}

/** The list of 5,000 cards in Chromium with a cold cache: until it stands, and while it is scrolled, filtered and sorted. */
export async function listPageRows(): Promise<Row[]> {
  const browser = await launch();
  const milepost = await startMilepost();
  try {
    const api = await setUp(milepost.url);
    await seed(api, KEY, SIZE);
    const seen: Seen[] = [];
    for (let run = 0; run < RUNS; run++) seen.push(await visit(browser, api));
    return rowsOf(seen);
  } finally {
    await milepost.stop();
    milepost.remove();
    await browser.close();
  }
}

async function visit(browser: Browser, api: Api): Promise<Seen> {
  const page = await coldPage(browser, api);
  await page.goto(`${api.url}/p/${KEY.toLowerCase()}/list`, { waitUntil: "commit" });
  await page.waitForTimeout(UNDISTURBED_MS);
  await page.waitForSelector("[data-card]");
  const { window: shown, longest } = await page.evaluate(() => window.boardSeen);
  const heap = await heapOf(page);
  const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
  const scroll = await longestDuring(page, () => scrollDown(page));
  let filtered = 0;
  const filtering = await longestDuring(page, async () => {
    filtered = await filterBy(page, "page 4");
  });
  const sorting = await longestDuring(page, () =>
    page.getByRole("button", { name: "Due", exact: true }).click(),
  );
  await page.context().close();
  return { window: shown, longest, scroll, filtered, filtering, sorting, nodes, heap: heap / 1e6 };
}

async function scrollDown(page: Page): Promise<void> {
  const box = await page.locator("[data-list]").boundingBox();
  if (!box) throw new Error("no list");
  await page.mouse.move(box.x + 300, box.y + 200);
  for (let step = 0; step < 40; step++) {
    await page.mouse.wheel(0, 400);
    await page.waitForTimeout(16);
  }
}

/** From the moment the words stand in the address to the frame that shows what fits. */
export async function filterBy(page: Page, words: string): Promise<number> {
  await page.evaluate(() => document.querySelector("[data-list]")?.scrollTo(0, 0));
  await page.waitForTimeout(300);
  await page.evaluate((wanted) => {
    let from = 0;
    const look = () => {
      from ||= location.search.includes("q=") ? performance.now() : 0;
      const titles = [...document.querySelectorAll("[data-card] a")].map((link) => link.textContent ?? "");
      const fits = titles.length > 0 && titles.every((title) => title.includes(wanted));
      if (from && fits) document.body.dataset.filtered = String(performance.now() - from);
      else requestAnimationFrame(look);
    };
    look();
  }, words);
  await page.fill("#board-filter", words);
  await page.waitForFunction(() => document.body.dataset.filtered !== undefined);
  return page.evaluate(() => Number(document.body.dataset.filtered));
}

function rowsOf(seen: readonly Seen[]): Row[] {
  const row = (name: string, unit: string, goal: string, pick: (one: Seen) => number): Row => ({
    name: `list page of ${SIZE} cards: ${name}`,
    value: median(seen.map(pick)),
    unit,
    goal,
  });
  return [
    row("all that the window shows, cold cache", "ms", "1500", (one) => one.window),
    row("longest task while loading", "ms", "150", (one) => one.longest),
    row("longest task while scrolling", "ms", "100", (one) => one.scroll),
    row("from a filter to what fits", "ms", "100", (one) => one.filtered),
    row("longest task while filtering", "ms", "100", (one) => one.filtering),
    row("longest task while sorting", "ms", "100", (one) => one.sorting),
    row("elements in the page", "", "3000", (one) => one.nodes),
    row("heap", "MB", "150", (one) => one.heap),
  ];
}
