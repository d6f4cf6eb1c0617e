import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { type Stage, stageWith, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

let stage: Stage;
let other: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stage = await stageWith(browser, { name: "Acme site", key: "ACME" });
  for (const title of ["Card One", "Card Two"]) await create(title, "Doing");
  await stage.page.goto(boardAt());
  other = await second(browser);
});

test.afterAll(async () => {
  await stage.milepost.stop();
  stage.milepost.remove();
});

test("U13: nothing moves under the pointer; what is new waits behind a button", async () => {
  const card = cardIn(other, "Doing", "Card One");
  await card.hover();
  const before = await card.boundingBox();
  await create("From elsewhere", "Doing", true);
  const wait = lane(other, "Doing").getByRole("button", { name: "1 new" });
  await expect(wait).toBeVisible();
  await expect(cardIn(other, "Doing", "From elsewhere")).toHaveCount(0);
  expect(await card.boundingBox()).toEqual(before);
  await wait.click();
  await expect(cardIn(other, "Doing", "From elsewhere")).toBeVisible();
  await other.mouse.move(5, 5);
});

test("a browser that was cut off shows what a fresh one does", async ({ browser }) => {
  await other.context().setOffline(true);
  await expect(other.getByText("No connection to the server.")).toBeVisible();
  await create("Made meanwhile", "To do");
  await stage.page.reload();
  await cardIn(stage.page, "Doing", "Card Two").getByRole("link").focus();
  await stage.page.keyboard.press("Shift+ArrowRight");
  await expect(cardIn(stage.page, "Done", "Card Two")).toBeVisible();
  await expect(cardIn(other, "Doing", "Card Two")).toBeVisible();
  await other.context().setOffline(false);
  await expect(other.getByText("No connection to the server.")).toHaveCount(0, { timeout: 20_000 });
  const fresh = await second(browser);
  await expect(cardIn(fresh, "Done", "Card Two")).toBeVisible();
  await expect.poll(() => shown(other), { timeout: 20_000 }).toEqual(await shown(fresh));
});

async function create(title: string, column: string, first = false): Promise<void> {
  const { owner, projectId } = stage;
  interface Board {
    columns: { id: string; name: string }[];
    cards: { id: string; columnId: string }[];
  }
  const { columns, cards } = await owner.call<Board>("GET", `/projects/${projectId}/board`);
  const columnId = columns.find(({ name }) => name === column)?.id;
  const before = first ? cards.find((card) => card.columnId === columnId)?.id : undefined;
  await owner.call("POST", `/projects/${projectId}/cards`, { title, columnId, before });
}

async function second(browser: Browser): Promise<Page> {
  const page = await (await windowOf(browser, stage.milepost.url, stage.owner)).newPage();
  await page.goto(boardAt());
  await expect(page.locator("article").first()).toBeVisible();
  return page;
}

/** Which card stands where, in order. */
function shown(page: Page): Promise<string[][]> {
  return page
    .locator("section[aria-labelledby^='lane-']")
    .evaluateAll((lanes) =>
      lanes.map((each) => [...each.querySelectorAll("article a")].map((link) => link.textContent ?? "")),
    );
}

function boardAt(): string {
  return `${stage.milepost.url}/p/acme/board`;
}

function lane(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

function cardIn(page: Page, column: string, title: string): Locator {
  return lane(page, column).locator("article").filter({ hasText: title });
}
