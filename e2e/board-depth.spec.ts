import { expect, type Page, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { JO, join, type Stage, stageWith, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const CARDS = [
  ["Write the copy", "2031-06-20"],
  ["Café menu", "2031-06-01"],
  ["Book the photographer", "2031-06-10"],
] as const;

let stage: Stage;
let page: Page;
let jo: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stage = await stageWith(browser, { name: "Acme site", key: "ACME" });
  page = stage.page;
  for (const [title, dueOn] of CARDS)
    await stage.owner.call("POST", `/projects/${stage.projectId}/cards`, { title, dueOn });
  const member = await join(stage.milepost.url, stage.owner, JO, stage.projectId);
  jo = await (await windowOf(browser, stage.milepost.url, member)).newPage();
  await page.goto(board());
  await jo.goto(board());
  await expect(column(jo, "To do").getByRole("listitem")).toHaveCount(3);
});

test.afterAll(async () => {
  await stage.milepost.stop();
  stage.milepost.remove();
});

test("a column is sorted once, which others see, and one undo puts every card back", async () => {
  await page.getByRole("button", { name: "Column To do" }).click();
  await page.getByRole("menuitem", { name: "Sort once by" }).hover();
  await page.getByRole("menuitem", { name: "Due date, soonest first" }).click();
  const sorted = ["Café menu", "Book the photographer", "Write the copy"];
  await expect.poll(() => titles(page, "To do")).toEqual(sorted);
  await expect.poll(() => titles(jo, "To do")).toEqual(sorted);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => titles(page, "To do")).toEqual(CARDS.map(([title]) => title));
});

test("a column is folded by key, stays so over a reload, and is unfolded by mouse", async () => {
  await page.getByRole("link", { name: "Write the copy" }).focus();
  await page.keyboard.press("-");
  const strip = page.getByRole("button", { name: "Unfold To do, 3" });
  await expect(strip).toBeFocused();
  await page.reload();
  await expect(strip).toBeVisible();
  await expect(page.getByText("Write the copy")).toHaveCount(0);
  await strip.click();
  await expect(page.getByRole("button", { name: "Fold To do" })).toBeFocused();
  expect(await violations(page, "board")).toEqual([]);
});

test("a column is copied with its cards by keyboard, and the copy is taken back", async () => {
  await page.getByRole("link", { name: "Write the copy" }).focus();
  await page.keyboard.press(":");
  await expect(page.getByRole("menuitem", { name: "Sort once by" })).toBeVisible();
  const copy = page.getByRole("menuitem", { name: "Copy column..." });
  await expect
    .poll(async () => {
      if (!(await copy.evaluate((item) => item === document.activeElement)))
        await page.keyboard.press("ArrowDown");
      return copy.evaluate((item) => item === document.activeElement);
    })
    .toBe(true);
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Copy To do" });
  await expect(dialog.getByLabel("Name")).toBeFocused();
  await page.keyboard.type("To do for the shop");
  await page.keyboard.press("Enter");
  await expect.poll(() => titles(page, "To do for the shop")).toEqual(CARDS.map(([title]) => title));
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page.getByRole("heading", { name: "To do for the shop" })).toHaveCount(0);
  await expect.poll(() => titles(page, "To do")).toEqual(CARDS.map(([title]) => title));
});

test("a column is emptied into the archive, found there without accents, and brought back by keyboard", async () => {
  await page.getByRole("button", { name: "Column To do" }).click();
  await page.getByRole("menuitem", { name: "Archive all 3 cards" }).click();
  await expect(page.getByText("Archived: 3 cards")).toBeVisible();
  await expect(column(jo, "To do").getByRole("listitem")).toHaveCount(0);
  await page.keyboard.press("g");
  await page.keyboard.press("x");
  await expect(page.getByRole("heading", { name: "Archive", level: 1 })).toBeVisible();
  const rows = page.getByRole("list", { name: "Archived cards" }).getByRole("listitem");
  await expect(rows).toHaveCount(3);
  expect(await violations(page, "archive")).toEqual([]);
  await page.keyboard.press("/");
  await page.keyboard.type("cafe");
  await expect(rows).toHaveCount(1);
  await expect(page).toHaveURL(/q=cafe/);
  await page.getByRole("searchbox").fill("");
  await expect(rows).toHaveCount(3);
  await rows.first().getByRole("link").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("b");
  await expect(rows).toHaveCount(1);
  await expect(column(jo, "To do").getByRole("listitem")).toHaveCount(2);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(rows).toHaveCount(3);
  await page.getByRole("checkbox", { name: "Select all" }).click();
  await page.getByRole("button", { name: "Bring back", exact: true }).click();
  await expect(page.getByText("Nothing archived yet")).toBeVisible();
  await expect.poll(() => titles(jo, "To do")).toEqual(CARDS.map(([title]) => title));
});

test("the board is copied into a project of its own, and the undo leads back", async () => {
  await page.goto(board());
  await expect(column(page, "To do").getByRole("listitem")).toHaveCount(3);
  await page.keyboard.press("Shift+d");
  const dialog = page.getByRole("dialog", { name: "Copy this board into a new project" });
  await dialog.getByRole("textbox", { name: /^Name/ }).fill("Baker site");
  await dialog.getByRole("radio", { name: "Open cards (3)" }).click();
  expect(await violations(page, "copy a board")).toEqual([]);
  await dialog.getByRole("button", { name: "Copy board" }).click();
  await expect(page).toHaveURL(/\/p\/baker\/board/);
  await expect.poll(() => titles(page, "To do")).toEqual(CARDS.map(([title]) => title));
  await page.keyboard.press("ControlOrMeta+z");
  await expect(page).toHaveURL(/\/p\/acme\/board/);
  const { items } = await stage.owner.call<{ items: { key: string }[] }>("GET", "/projects");
  expect(items.map(({ key }) => key)).toEqual(["ACME"]);
});

const board = () => `${stage.milepost.url}/p/acme/board`;

function column(of: Page, name: string) {
  return of.getByRole("region", { name, exact: true });
}

function titles(of: Page, name: string): Promise<string[]> {
  return column(of, name).getByRole("listitem").getByRole("link").allInnerTexts();
}
