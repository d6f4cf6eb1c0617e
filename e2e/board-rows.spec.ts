import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { projectOfRosa } from "./client-project.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface Board {
  columns: { id: string; name: string }[];
  cards: { title: string; columnId: string; milestoneId: string | null }[];
}

let milepost: Milepost;
let owner: Api;
let projectId: string;
let milestoneId: string;
let columns: Board["columns"];
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  projectId = (await projectOfRosa(owner)).projectId;
  const { key } = await owner.call<{ key: string }>("GET", `/projects/${projectId}`);
  const own = `/projects/${projectId}`;
  milestoneId = (await owner.call<{ id: string }>("POST", `${own}/milestones`, { title: "Shop opened" })).id;
  await owner.call("POST", `${own}/cards`, { title: "Choose the colours", milestoneId });
  for (const title of ["Write to the printer", "Ask for samples"])
    await owner.call("POST", `${own}/cards`, { title });
  columns = (await owner.call<Board>("GET", `${own}/board`)).columns;
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
  await page.goto(`${milepost.url}/p/${key.toLowerCase()}/board`);
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

const place = async (title: string) => {
  const { cards } = await owner.call<Board>("GET", `/projects/${projectId}/board`);
  const card = cards.find((each) => each.title === title);
  return [columns.find(({ id }) => id === card?.columnId)?.name, card?.milestoneId ?? null];
};
const cell = (name: string | RegExp) => page.getByRole("region", { name });
const card = (title: string) => page.getByRole("link", { name: title });

async function drag(from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  await to.hover({ position: { x: 120, y: 20 } });
  await to.hover({ position: { x: 124, y: 24 } });
  await page.mouse.up();
  await page.mouse.move(5, 5);
}

test("groups stand as rows across the columns, and the address keeps them", async () => {
  await page.getByRole("button", { name: "By status" }).click();
  await page.getByRole("menuitemradio", { name: "Milestone" }).last().click();
  await expect(page).toHaveURL(/rows=milestone/);
  await expect(cell(/^To do, M\d+ Shop opened$/)).toContainText("Choose the colours");
  await expect(cell("To do, Without milestone")).toContainText("Ask for samples");
  expect(await violations(page, "board with rows")).toEqual([]);
});

test("a card that is dragged to another row and column goes both ways, and one undo takes both back", async () => {
  await drag(card("Write to the printer"), cell(/^Doing, M\d+ Shop opened$/));
  await expect.poll(() => place("Write to the printer")).toEqual(["Doing", milestoneId]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => place("Write to the printer")).toEqual(["To do", null]);
});

test("the keys move a card along its row and over its end to the next", async () => {
  await card("Choose the colours").focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect.poll(() => place("Choose the colours")).toEqual(["Doing", milestoneId]);
  await expect(card("Choose the colours")).toBeFocused();
  await page.keyboard.press("Shift+ArrowDown");
  await expect.poll(() => place("Choose the colours")).toEqual(["Doing", null]);
  await expect(card("Choose the colours")).toBeFocused();
  await page.keyboard.press("Control+z");
  await expect.poll(() => place("Choose the colours")).toEqual(["Doing", milestoneId]);
});

test("a new card belongs to its column and its row", async () => {
  await page.getByRole("button", { name: /^Add card to Doing, M\d+ Shop opened$/ }).click();
  await page.getByRole("combobox", { name: "New card" }).fill("Paint the door");
  await page.keyboard.press("Enter");
  await expect.poll(() => place("Paint the door")).toEqual(["Doing", milestoneId]);
});
