import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Stage, stageWith, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const TITLES = ["Write the copy", "Choose pictures", "Ask for logos"];
const MANY = 30;

let stage: Stage;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stage = await stageWith(browser, { name: "Acme site", key: "ACME" });
  page = stage.page;
  for (const title of TITLES)
    await stage.owner.call("POST", `/projects/${stage.projectId}/cards`, { title, dueOn: "2031-06-10" });
});

test.afterAll(async () => {
  await stage.milepost.stop();
  stage.milepost.remove();
});

test("U11: the board in a screen reader: columns, places of cards, and every move said", async () => {
  await listen(page);
  await page.goto(at("board"));
  const todo = page.getByRole("region", { name: "To do", exact: true });
  const list = todo.getByRole("list", { name: "Cards in To do" });
  await expect(todo.getByRole("heading", { name: /To do/ })).toBeVisible();
  await expect(list.getByRole("listitem").getByRole("link")).toHaveText(TITLES);
  for (const [place, title] of TITLES.entries()) await standsAt(item(list, title), place + 1, 3);
  await expect(item(list, "Ask for logos").getByRole("button", { name: "More for ACME-3" })).toHaveAttribute(
    "aria-haspopup",
    "menu",
  );

  await page.keyboard.press("j");
  await expect(item(list, "Write the copy").getByRole("link")).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await said(page, "Moved to To do, 2 of 3");
  await standsAt(item(list, "Write the copy"), 2, 3);
  await expect(item(list, "Write the copy").getByRole("link")).toBeFocused();
  await page.keyboard.press(">");
  await said(page, /^Moved to Doing, 1 of 1$/);
  const doing = page.getByRole("list", { name: "Cards in Doing" });
  await standsAt(item(doing, "Write the copy"), 1, 1);
  await expect(item(doing, "Write the copy").getByRole("link")).toBeFocused();
  await page.keyboard.press("Control+z");
  await said(page, /Undone/);
  await standsAt(item(list, "Write the copy"), 2, 3);
  await page.keyboard.press("Control+z");
  await standsAt(item(list, "Write the copy"), 1, 3);

  await hush(page);
  await drag(page, item(list, "Ask for logos"), doing);
  await said(page, /^Moved to Doing, 1 of 1$/);
  await page.getByRole("button", { name: "Undo" }).click();
  await said(page, /Undone/);
  await standsAt(item(list, "Ask for logos"), 3, 3);
});

test("U11: while a card is open its keys are listed, and what was done last is taken back", async () => {
  await page.goto(at("board"));
  const list = page.getByRole("list", { name: "Cards in To do" });
  await item(list, "Choose pictures").getByRole("link").focus();
  await page.keyboard.press("m");
  await expect.poll(async () => (await peopleOf("Choose pictures")).length).toBe(1);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await peopleOf("Choose pictures")).length).toBe(0);
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys on this page" });
  await expect(keys.getByText("Close the card")).toBeVisible();
  await expect(keys.getByText("Card to the left")).toHaveCount(0);
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
});

test("U11: the list in a screen reader: a grid with headers, counted lines and what is selected", async () => {
  await listen(page);
  await page.goto(at("list"));
  const grid = page.getByRole("grid", { name: "Cards" });
  await expect(line("Write the copy")).toBeVisible();
  const headers = await grid.getByRole("columnheader").allTextContents();
  expect(headers.map((name) => name.trim())).toEqual(
    expect.arrayContaining(["Selected", "Card", "Status", "Due", "More"]),
  );
  const count = Number(await grid.getAttribute("aria-rowcount"));
  const places = await grid
    .getByRole("row")
    .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute("aria-rowindex"))));
  expect(places).toEqual(Array.from({ length: count }, (_, place) => place + 1));
  await expect(line("Write the copy").getByRole("rowheader")).toContainText("Write the copy");

  await page.keyboard.press("j");
  await expect(line("Write the copy").getByRole("link")).toBeFocused();
  await page.keyboard.press("x");
  await expect(line("Write the copy")).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("toolbar", { name: "Selected cards" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press(">");
  await said(page, /^Moved to Doing/);
  await page.keyboard.press("Control+z");
  await said(page, /Undone/);
  const group = grid.getByRole("button", { name: "To do", exact: true });
  await expect(group).toHaveAttribute("aria-expanded", "true");
  await group.click();
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await expect(page).toHaveURL(/fold=/);
  await page.reload();
  await expect(group).toHaveAttribute("aria-expanded", "false");
  await expect(line("Write the copy")).toHaveCount(0);
});

test("a finger that scrolls over cards never carries one; one that rests on a card does", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const titles = Array.from({ length: MANY }, (_, n) => `Page ${n}`);
  await stage.owner.call("POST", `/projects/${stage.projectId}/cards/batch`, { titles });
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const hand = await (await windowOf(browser, stage.milepost.url, stage.owner, phone)).newPage();
  const before = await order();
  const scrolled = () =>
    hand.evaluate(() =>
      Math.max(
        scrollY,
        ...[...document.querySelectorAll("[data-lane], [data-list]")].map((one) => one.scrollTop),
      ),
    );
  for (const view of ["board", "list", "calendar?on=2031-06-10"]) {
    await hand.goto(at(view));
    const card = hand.locator("[data-card]").nth(view === "board" || view === "list" ? 4 : 0);
    await expect(card).toBeVisible();
    const url = hand.url();
    for (const restMs of [0, 20, 60]) await scroll(hand, card, restMs);
    if (!view.startsWith("calendar")) await expect.poll(scrolled, view).toBeGreaterThan(200);
    expect(hand.url(), view).toBe(url);
    await expect(hand.getByRole("button", { name: "Undo" })).toHaveCount(0);
    expect(await order(), view).toEqual(before);
  }

  await hand.goto(at("board"));
  const list = hand.getByRole("list", { name: "Cards in To do" });
  await carry(hand, item(list, "Write the copy"), item(list, "Choose pictures"));
  await expect(hand.getByRole("button", { name: "Undo" })).toBeVisible();
  expect((await order()).indexOf("Write the copy")).toBeGreaterThan(0);
  await hand.context().close();
});

function at(view: string): string {
  return `${stage.milepost.url}/p/acme/${view}`;
}

function item(list: Locator, title: string): Locator {
  return list.getByRole("listitem").filter({ hasText: title });
}

function line(title: string): Locator {
  return page.getByRole("row").filter({ hasText: title });
}

async function standsAt(one: Locator, place: number, of: number): Promise<void> {
  await expect(one).toHaveAttribute("aria-posinset", String(place));
  await expect(one).toHaveAttribute("aria-setsize", String(of));
}

interface Cards {
  cards: { title: string; position: string; people: string[] }[];
}

async function order(): Promise<string[]> {
  const { cards } = await stage.owner.call<Cards>("GET", `/projects/${stage.projectId}/board`);
  return cards.toSorted((one, other) => (one.position < other.position ? -1 : 1)).map(({ title }) => title);
}

async function peopleOf(title: string): Promise<string[]> {
  const { cards } = await stage.owner.call<Cards>("GET", `/projects/${stage.projectId}/board`);
  return cards.find((card) => card.title === title)?.people ?? [];
}

declare global {
  interface Window {
    said: string[];
  }
}

/** Keeps what live regions say, as a screen reader would hear it. */
function listen(on: Page): Promise<unknown> {
  return on.addInitScript(() => {
    window.said = [];
    const hear = () => {
      for (const region of document.querySelectorAll("[aria-live], [role='status'], [role='alert']")) {
        const words = region.textContent?.trim() ?? "";
        if (words && window.said.at(-1) !== words) window.said.push(words);
      }
    };
    new MutationObserver(hear).observe(document, { subtree: true, childList: true, characterData: true });
  });
}

function hush(on: Page): Promise<void> {
  return on.evaluate(() => {
    window.said = [];
  });
}

async function said(on: Page, words: string | RegExp): Promise<void> {
  const heard = () => on.evaluate(() => window.said);
  const fits = (one: string) => (typeof words === "string" ? one === words : words.test(one));
  await expect.poll(async () => (await heard()).some(fits), { message: `says ${words}` }).toBe(true);
}

/** The pointer rests above the column before it lets go, as a hand does. */
async function drag(on: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await on.mouse.down();
  await to.hover({ position: { x: 120, y: 2 }, force: true });
  await to.hover({ position: { x: 120, y: 8 }, force: true });
  await on.mouse.up();
}

/** One finger that goes up over the cards: at once, or after its first step so slowly. */
async function scroll(on: Page, from: Locator, restMs: number): Promise<void> {
  const box = await from.boundingBox();
  if (!box) throw new Error("not in the window");
  const session = await on.context().newCDPSession(on);
  const [x, top] = [box.x + 80, Math.min(box.y + 20, 700)];
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x, y }] });
  // Sent in one go: a busy machine is not to make a press of what begins as a scroll.
  await Promise.all([
    finger("touchStart", top),
    finger("touchMove", top - 20),
    finger("touchMove", top - 40),
  ]);
  for (let step = 3; step <= 15; step += 1) {
    await finger("touchMove", top - step * 20);
    if (restMs > 0) await on.waitForTimeout(restMs);
  }
  await finger("touchEnd");
  await session.detach();
}

/** A finger that rests on a card, and goes below another. */
async function carry(on: Page, from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("not in the window");
  const session = await on.context().newCDPSession(on);
  const [x, top, bottom] = [start.x + 80, start.y + 20, end.y + end.height + 6];
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    session.send("Input.dispatchTouchEvent", { type, touchPoints: y === undefined ? [] : [{ x, y }] });
  await finger("touchStart", top);
  await expect(on.locator("body > [aria-hidden='true'][inert]")).toHaveCount(1);
  for (let step = 1; step <= 10; step += 1) {
    await finger("touchMove", top + ((bottom - top) * step) / 10);
    await on.evaluate(() => new Promise(requestAnimationFrame));
  }
  await finger("touchEnd");
}
