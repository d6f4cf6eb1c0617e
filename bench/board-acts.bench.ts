import type { Browser } from "@playwright/test";
import { type Api, setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { coldPage, dragAcross, launch, type Page, seed, UNDISTURBED_MS } from "./board-page.bench.ts";
import { filterBy } from "./list-page.bench.ts";
import { median, type Row } from "./row.ts";

const SIZE = 5_000;
const RUNS = 5;
const KEY = "ACTS";

interface Seen {
  drop: number;
  elsewhere: number;
  undo: number;
  filter: number;
}

/** What people do on a board of 5,000 cards, until they see it: dropped, seen by somebody else, taken back, filtered. */
export async function boardActRows(): Promise<Row[]> {
  const browser = await launch();
  const milepost = await startMilepost();
  try {
    const api = await setUp(milepost.url);
    await seed(api, KEY, SIZE);
    const [page, other] = [await boardIn(browser, api), await boardIn(browser, api)];
    const seen: Seen[] = [];
    for (let run = 0; run < RUNS; run++) seen.push(await visit(page, other));
    return rowsOf(seen);
  } finally {
    await milepost.stop();
    milepost.remove();
    await browser.close();
  }
}

async function boardIn(browser: Browser, api: Api): Promise<Page> {
  const page = await coldPage(browser, api);
  await page.goto(`${api.url}/p/${KEY.toLowerCase()}/board`);
  await page.waitForSelector("[data-card]");
  await page.waitForTimeout(UNDISTURBED_MS);
  return page;
}

async function visit(page: Page, other: Page): Promise<Seen> {
  const cardId = await page.evaluate(cardToDrag);
  await page.evaluate<void, Watched>(watchCard, { cardId, lane: 1, from: "drop" });
  await other.evaluate<void, Watched>(watchCard, { cardId, lane: 1, from: null });
  await dragAcross(page);
  const dropped = await told(page);
  const elsewhere = await told(other);
  await page.evaluate<void, Watched>(watchCard, { cardId, lane: 0, from: "keydown" });
  await page.keyboard.press("Control+z");
  const undone = await told(page);
  const filter = await filterBy(page, "page 4");
  await page.fill("#board-filter", "");
  await page.waitForTimeout(UNDISTURBED_MS);
  return {
    drop: dropped.seen - dropped.begun,
    elsewhere: elsewhere.seen - dropped.begun,
    undo: undone.seen - undone.begun,
    filter,
  };
}

/** The card that `dragAcross` takes. */
function cardToDrag(): string {
  const box = document.querySelector("[data-lane]")?.getBoundingClientRect();
  const card =
    box && document.elementFromPoint(box.x + 100, box.y + 120)?.closest<HTMLElement>("[data-card]");
  if (!card?.dataset.card) throw new Error("no card to drag");
  return card.dataset.card;
}

interface Watched {
  cardId: string;
  /** The column that it comes to, by its place. */
  lane: number;
  from: "drop" | "keydown" | null;
}

declare global {
  interface Window {
    cardSeen: { begun: number; seen: number };
  }
}

/** From what somebody does to the frame that shows the card in its column. */
function watchCard({ cardId, lane, from }: Watched): void {
  const now = () => performance.timeOrigin + performance.now();
  window.cardSeen = { begun: 0, seen: 0 };
  const begin = () => {
    window.cardSeen.begun ||= now();
  };
  if (from) window.addEventListener(from, begin, { capture: true, once: true });
  const look = () => {
    const there = document.querySelectorAll("[data-lane]")[lane]?.querySelector(`[data-card="${cardId}"]`);
    if (there && (from === null || window.cardSeen.begun > 0)) window.cardSeen.seen = now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function told(page: Page): Promise<Window["cardSeen"]> {
  await page.waitForFunction(() => window.cardSeen.seen > 0);
  return page.evaluate(() => window.cardSeen);
}

function rowsOf(seen: readonly Seen[]): Row[] {
  const row = (name: string, goal: string, pick: (one: Seen) => number): Row => ({
    name: `board of ${SIZE} cards: ${name}`,
    value: median(seen.map(pick)),
    unit: "ms",
    goal,
  });
  return [
    row("from the drop to the frame that shows it", "50", (one) => one.drop),
    row("from the drop to the second browser", "500", (one) => one.elsewhere),
    row("from Ctrl+Z to the card where it was", "2000", (one) => one.undo),
    row("from a filter to what fits", "100", (one) => one.filter),
  ];
}
