import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { projectOfRosa } from "./client-project.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface Board {
  columns: { id: string; name: string }[];
  cards: { title: string; columnId: string; likely: number | null; items: number; position: string }[];
}

let milepost: Milepost;
let owner: Api;
let projectId: string;
let key: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  projectId = (await projectOfRosa(owner)).projectId;
  key = (await owner.call<{ key: string }>("GET", `/projects/${projectId}`)).key.toLowerCase();
  const card = { title: "Find the fault", likely: 90, body: "Seen where?" };
  const { id } = await owner.call<{ id: string }>("POST", `/projects/${projectId}/cards`, card);
  await owner.call("POST", `/cards/${id}/items`, { texts: ["See it happen", "Say what it was"] });
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

const board = () => owner.call<Board>("GET", `/projects/${projectId}/board`);
const found = async (title: string) => (await board()).cards.filter((card) => card.title === title);
const dialog = (name: RegExp) => page.getByRole("dialog", { name });

test("what a card holds is saved as a template, which says what is taken", async () => {
  await page.goto(`${milepost.url}/p/${key}/board`);
  await page.getByRole("button", { name: "More for ROS-1" }).click();
  await page.getByRole("menuitem", { name: "Save as a template..." }).click();
  const saving = dialog(/^Save ROS-1 as a template/);
  await expect(saving.getByRole("checkbox", { name: "Checklist, unticked: 2 lines" })).toBeChecked();
  await expect(saving.getByRole("checkbox", { name: "Estimate: 1.5 h" })).toBeChecked();
  await saving.getByRole("textbox", { name: "Name of the template" }).fill("Fault");
  expect(await violations(page, "save as a template")).toEqual([]);
  await page.keyboard.press("Enter");
  await expect(page.getByText("Template “Fault” kept")).toBeVisible();
});

test("by keyboard alone a card begins with it, below the one that has the focus, and is taken back", async () => {
  await page.getByRole("link", { name: "Find the fault" }).focus();
  await page.keyboard.press("Shift+N");
  const choosing = dialog(/^New card in .+ from a template/);
  await expect(choosing.getByRole("option", { name: /^Fault/ })).toBeVisible();
  expect(await violations(page, "new card from a template")).toEqual([]);
  await page.keyboard.type("fau");
  await page.keyboard.press("Enter");
  await expect.poll(() => found("Find the fault")).toHaveLength(2);
  expect((await found("Find the fault")).map(({ likely, items }) => [likely, items])).toEqual([
    [90, 2],
    [90, 2],
  ]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(() => found("Find the fault")).toHaveLength(1);
});

test("what stands in the line of the new card comes before the template's title", async () => {
  await page.getByRole("combobox", { name: "New card" }).fill("Find the leak");
  await page.getByRole("button", { name: "Template", exact: true }).click();
  await page.getByRole("option", { name: /^Fault/ }).click();
  await expect.poll(() => found("Find the leak")).toMatchObject([{ likely: 90, items: 2 }]);
  await expect(page.getByRole("combobox", { name: "New card" })).toHaveValue("");
});

test("a template is edited, moved and deleted, each with one way back", async () => {
  await page.goto(`${milepost.url}/p/${key}/card-templates`);
  await page.getByRole("button", { name: "Add a template" }).click();
  await page.getByRole("textbox", { name: "Name of the template" }).fill("Launch");
  await page.getByRole("textbox", { name: "Title", exact: true }).fill("Go live");
  await page.getByRole("textbox", { name: "Estimate" }).fill("2h 4h 8h");
  expect(await violations(page, "new template")).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Launch" })).toBeVisible();
  const order = () => page.getByRole("main").getByRole("heading", { level: 2 }).allTextContents();
  await page.getByRole("button", { name: "Move Launch up" }).click();
  await expect.poll(order).toEqual(["Launch", "Fault"]);
  await page.getByRole("button", { name: "Delete Launch" }).click();
  await expect.poll(order).toEqual(["Fault"]);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(order).toEqual(["Launch", "Fault"]);
  expect(await violations(page, "card templates")).toEqual([]);
});
