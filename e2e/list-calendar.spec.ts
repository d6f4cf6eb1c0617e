import { expect, type Locator, type Page, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { type Stage, stageWith } from "./team.ts";

test.describe.configure({ mode: "serial" });

let stage: Stage;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stage = await stageWith(browser, { name: "Acme site", key: "ACME" });
  page = stage.page;
  const due = { "Write the copy": "2031-06-10", "Choose pictures": "2031-06-12" };
  for (const [title, dueOn] of Object.entries(due)) await make({ title, dueOn });
  await make({ title: "Ask for logos" });
  await make({ title: "A film, some day", place: "later" });
  await stage.owner.call("POST", `/projects/${stage.projectId}/milestones`, {
    title: "Pages are written",
    targetOn: "2031-06-13",
  });
});

test.afterAll(async () => {
  await stage.milepost.stop();
  stage.milepost.remove();
});

test("what the list is filtered by stays on the board", async () => {
  await page.goto(at("list"));
  await expect(line("A film, some day")).toContainText("Later");
  await page.getByLabel("Filter cards by words or number").fill("copy");
  await expect(line("Choose pictures")).toHaveCount(0);
  await page.getByRole("navigation", { name: "View" }).getByRole("link", { name: "Board" }).click();
  await expect(page).toHaveURL(/\/board\?q=copy/);
  await expect(page.locator("article").filter({ hasText: "Write the copy" })).toBeVisible();
  await expect(page.locator("article").filter({ hasText: "Choose pictures" })).toHaveCount(0);
});

test("a cell is changed where it stands, and comes back with the undo", async () => {
  await page.goto(at("list"));
  const cell = line("Write the copy").locator("[data-cell='priority']");
  await cell.click();
  await page.getByRole("menuitemradio", { name: "High" }).click();
  await expect(cell).toHaveText("High");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(cell).toHaveText("");
  await expect.poll(async () => (await cardOf("Write the copy")).priority).toBe(0);
});

test("a view is kept and opened by its address", async () => {
  await page.goto(at("list"));
  await page.getByRole("columnheader", { name: "Due" }).getByRole("button").click();
  await page.getByRole("button", { name: "Only mine" }).click();
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByLabel(/^Name/).fill("Mine by date");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const kept = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "Mine by date" });
  await expect(kept).toHaveAttribute("aria-current", "page");
  const address = await kept.getAttribute("href");
  await page.goto(at("list"));
  await expect(line("Write the copy")).toBeVisible();
  await page.goto(`${stage.milepost.url}${address}`);
  await expect(kept).toHaveAttribute("aria-current", "page");
  await expect(page.getByRole("columnheader", { name: "Due" })).toHaveAttribute("aria-sort", "ascending");
  await page.getByRole("link", { name: "All cards" }).click();
  await expect(line("Write the copy")).toBeVisible();
});

test("the list by keyboard alone: cells, a new card, several at once with one undo", async () => {
  await page.goto(at("list"));
  await expect(line("Write the copy")).toBeVisible();
  await page.keyboard.press("j");
  await expect(line("Write the copy").getByRole("link")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(line("Write the copy").locator("[data-cell='status']")).toBeFocused();
  await page.keyboard.press("F2");
  await expect(page.getByRole("menuitemradio", { name: "To do" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(line("Write the copy").locator("[data-cell='status']")).toBeFocused();
  await page.keyboard.press("c");
  await expect(page.getByRole("combobox", { name: "New card" })).toBeFocused();
  await page.keyboard.type("Check the forms ~2h !low ");
  await page.keyboard.press("Enter");
  await expect(line("Check the forms")).toContainText("Low");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Add card to To do" })).toBeFocused();
  await line("Write the copy").getByRole("link").focus();
  await page.keyboard.press("x");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("x");
  await expect(page.getByText("2 selected")).toBeVisible();
  await page.keyboard.press("m");
  await expect(line("Choose pictures").locator("[data-cell='people']")).toHaveText("Amara Okafor");
  await expect(page.getByText("Assigned: 2 cards")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect(line("Choose pictures").locator("[data-cell='people']")).toHaveText("");
  expect(await violations(page, "list-calendar")).toEqual([]);
});

test("a card is dragged to another day, and comes back with the undo", async () => {
  await page.goto(`${at("calendar")}?on=2031-06-01`);
  await expect(page.getByRole("link", { name: "◆ Pages are written" })).toBeVisible();
  await drag(dated("Write the copy"), page.locator("[data-day='2031-06-19']"));
  await expect.poll(async () => (await cardOf("Write the copy")).dueOn).toBe("2031-06-19");
  await expect(page).toHaveURL(/calendar/);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await cardOf("Write the copy")).dueOn).toBe("2031-06-10");

  await drag(dated("Ask for logos"), page.locator("[data-day='2031-06-05']"));
  await expect.poll(async () => (await cardOf("Ask for logos")).dueOn).toBe("2031-06-05");
  await dated("Ask for logos").getByRole("link").focus();
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(async () => (await cardOf("Ask for logos")).dueOn).toBe("2031-06-12");
  await expect(dated("Ask for logos").getByRole("link")).toBeFocused();
  expect(await violations(page, "list-calendar")).toEqual([]);
});

function make(card: object): Promise<unknown> {
  return stage.owner.call("POST", `/projects/${stage.projectId}/cards`, card);
}

function at(view: string): string {
  return `${stage.milepost.url}/p/acme/${view}`;
}

function line(title: string): Locator {
  return page.getByRole("row").filter({ hasText: title });
}

function dated(title: string): Locator {
  return page.locator("article").filter({ hasText: title });
}

interface Found {
  title: string;
  priority: number;
  dueOn: string | null;
}

async function cardOf(title: string): Promise<Found> {
  const board = await stage.owner.call<{ cards: Found[] }>("GET", `/projects/${stage.projectId}/board`);
  const card = board.cards.find((each) => each.title === title);
  if (!card) throw new Error(`no card ${title}`);
  return card;
}

async function drag(from: Locator, to: Locator): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("not in the window");
  await page.mouse.move(start.x + 30, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(end.x + 30, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}
