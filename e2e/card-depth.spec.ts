import { expect, type Page, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { type Stage, stageWith } from "./team.ts";

test.describe.configure({ mode: "serial" });

let stage: Stage;
let page: Page;
/** A picture of one pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stage = await stageWith(browser, { name: "Acme site", key: "ACME" });
  page = stage.page;
  for (const title of ["Print the leaflet", "Write the copy"])
    await stage.owner.call("POST", `/projects/${stage.projectId}/cards`, { title });
  await page.goto(`${stage.milepost.url}/p/acme/board?card=ACME-1`);
  await expect(drawer()).toBeVisible();
});

test.afterAll(async () => {
  await stage.milepost.stop();
  stage.milepost.remove();
});

test("a line with a person and a day becomes a card, and a line again", async () => {
  const line = drawer().getByLabel("New checklist line");
  await line.fill("Call the printer @amara tomorrow");
  await expect(drawer().getByText(/^For Amara Okafor, /)).toBeVisible();
  await line.press("Enter");
  await expect(drawer().getByRole("checkbox", { name: "Call the printer" })).toBeVisible();
  await expect(drawer().getByRole("button", { name: "Amara Okafor does Call the printer" })).toBeVisible();
  const more = drawer().getByRole("button", { name: "More for Call the printer" });
  await more.click();
  await page.getByRole("menuitem", { name: "Make a card of it" }).click();
  await expect(drawer().getByRole("link", { name: "ACME-3" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(drawer().getByRole("checkbox", { name: "Call the printer" })).not.toBeChecked();
  await expect(drawer().getByRole("link", { name: "ACME-3" })).toHaveCount(0);
});

test("a field of the project's own is defined from the card and filled in by its kind", async () => {
  await drawer().getByRole("button", { name: "Add a field of your own" }).click();
  const dialog = page.getByRole("dialog", { name: "Fields of this project's cards" });
  await dialog.getByLabel("New field").fill("Budget");
  await dialog.getByLabel("Kind").selectOption("number");
  await dialog.getByRole("button", { name: "Add field" }).click();
  await expect(dialog.getByText("Number · not filled in yet")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  const budget = drawer().getByRole("textbox", { name: "Budget" });
  await budget.fill("lots");
  await budget.press("Enter");
  await expect(drawer().getByText("Write a number, such as 1,250.5.")).toBeVisible();
  await budget.fill("1,250.50");
  await budget.press("Enter");
  await expect(page.getByText("Budget changed")).toBeVisible();
  await expect(budget).toHaveValue("1250.5");
});

test("W watches the card", async () => {
  await drawer().getByRole("button", { name: "Close" }).focus();
  await page.keyboard.press("w");
  await expect(drawer().getByRole("button", { name: "Watching 1" })).toBeVisible();
});

test("the card waits for another, which its tile says until that is done", async () => {
  await drawer().getByRole("button", { name: "Waits for…" }).click();
  await page.getByRole("combobox", { name: "Begins after this is finished" }).fill("copy");
  await page.getByRole("option", { name: "ACME-2 Write the copy" }).click();
  await expect(drawer().getByRole("heading", { name: "Waits for" })).toBeVisible();
  await drawer().getByRole("button", { name: "Holds up…" }).click();
  await expect(page.getByRole("combobox", { name: "This begins after the card" })).toBeVisible();
  await drawer().getByRole("button", { name: "Cancel" }).click();
});

test("a picture becomes the cover; whoever wants covers sees it on the board", async () => {
  await drawer()
    .locator("input[type=file]")
    .first()
    .setInputFiles({ name: "leaflet.png", mimeType: "image/png", buffer: PIXEL });
  await drawer().getByRole("button", { name: "More for leaflet.png" }).click();
  await page.getByRole("menuitem", { name: "Use as cover" }).click();
  await expect(drawer().getByText(/ · cover$/)).toBeVisible();
  expect(await violations(page, "the card")).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(drawer()).toHaveCount(0);
  const tile = page.locator("[data-ref='ACME-1']");
  await expect(tile.getByText("Waits")).toBeVisible();
  await expect(tile.locator("img")).toHaveCount(0);
  await page.getByRole("button", { name: "By status" }).click();
  await page.getByRole("menuitemcheckbox", { name: "Show covers" }).click();
  await expect(tile.locator("img")).toBeVisible();
});

function drawer() {
  return page.getByRole("dialog").filter({ has: page.getByRole("link", { name: "ACME-1", exact: true }) });
}
