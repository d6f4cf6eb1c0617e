import { type Api, setUp } from "../e2e/account.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { coldPage, launch, type Page, seed, UNDISTURBED_MS } from "./board-page.bench.ts";
import { median, type Row } from "./row.ts";

const SIZE = 5_000;
const RUNS = 7;
const KEY = "OPEN";
const WORDS = "Dana wants the old photographs on this page";

interface Seen {
  frame: number;
  content: number;
  again: number;
}

/** A card with text, a checklist and talk is opened over a board of 5,000: from the key to its frame, to all its words, and once more. */
export async function cardOpenRows(): Promise<Row[]> {
  const browser = await launch();
  const milepost = await startMilepost();
  try {
    const api = await setUp(milepost.url);
    await seed(api, KEY, SIZE);
    const cards = await fill(api);
    const page = await coldPage(browser, api);
    await page.goto(`${api.url}/p/${KEY.toLowerCase()}/board`);
    await page.waitForSelector("[data-card]");
    await page.waitForTimeout(UNDISTURBED_MS + 3_000);
    const seen: Seen[] = [];
    for (const id of cards) {
      const first = await open(page, id);
      const again = await open(page, id);
      seen.push({ ...first, again: again.content });
    }
    // The first of all also pays for the code that no page has needed before.
    return rowsOf(seen.slice(1));
  } finally {
    await milepost.stop();
    milepost.remove();
    await browser.close();
  }
}

/** The cards on top of the first column get what cards have. */
async function fill(api: Api): Promise<string[]> {
  const { items } = await api.call<{ items: { id: string; key: string }[] }>("GET", "/projects");
  const projectId = items.find(({ key }) => key === KEY)?.id;
  const board = await api.call<{
    columns: { id: string }[];
    cards: { id: string; columnId: string; position: string }[];
  }>("GET", `/projects/${projectId}/board`);
  const top = board.cards
    .filter(({ columnId }) => columnId === board.columns[0]?.id)
    .sort((one, other) => (one.position < other.position ? -1 : 1))
    .slice(0, RUNS);
  for (const { id } of top) {
    await api.call("PATCH", `/cards/${id}`, { body: `${WORDS}.\n\n- one\n- two` }, { "if-match": '"r1"' });
    await api.call("POST", `/cards/${id}/items`, {
      texts: Array.from({ length: 20 }, (_, n) => `Step ${n}`),
    });
    for (let n = 0; n < 5; n++)
      await api.call("POST", "/comments", { subject: { kind: "card", id }, body: `Said ${n}` });
  }
  return top.map(({ id }) => id);
}

declare global {
  interface Window {
    opened: { frame: number; content: number };
  }
}

/** From the key to the frame in which the drawer shows, and in which all of its words do. */
async function open(page: Page, id: string): Promise<{ frame: number; content: number }> {
  await page.focus(`[data-card="${id}"] a`);
  await page.waitForTimeout(UNDISTURBED_MS);
  await page.evaluate((words) => {
    window.opened = { frame: 0, content: 0 };
    let begun = 0;
    window.addEventListener("keydown", ({ timeStamp }) => (begun = timeStamp), { capture: true, once: true });
    const look = () => {
      const drawer = document.querySelector<HTMLElement>("[role='dialog']");
      if (drawer && begun) window.opened.frame ||= performance.now() - begun;
      const shown = drawer?.textContent ?? "";
      const isWhole = shown.includes(words) && shown.includes("Step 19");
      if (isWhole) window.opened.content = performance.now() - begun;
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  }, WORDS);
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => window.opened.content > 0);
  const seen = await page.evaluate(() => window.opened);
  await page.keyboard.press("Escape");
  await page.waitForSelector("[role='dialog']", { state: "detached" });
  return seen;
}

function rowsOf(seen: readonly Seen[]): Row[] {
  const row = (name: string, pick: (one: Seen) => number): Row => ({
    name: `card over a board of ${SIZE}: ${name}`,
    value: median(seen.map(pick)),
    unit: "ms",
    goal: "100",
  });
  return [
    row("from the key to its frame", (one) => one.frame),
    row("from the key to text and checklist, the first time", (one) => one.content),
    row("from the key to text and checklist, once more", (one) => one.again),
  ];
}
