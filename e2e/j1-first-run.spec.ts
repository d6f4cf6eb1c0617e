import { expect, type Page, test } from "@playwright/test";
import { OWNER, signIn } from "./account.ts";
import { violations } from "./axe.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

let milepost: Milepost;
test.beforeAll(async () => {
  milepost = await startMilepost();
});
test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("J1: from the first page to the sample project, and everything is there after a restart", async ({
  page,
}) => {
  await page.goto(milepost.url);
  await expect(page).toHaveURL(/\/setup$/);
  expect(await violations(page, "set-up")).toEqual([]);
  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("Mail address").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(OWNER.password);
  await page.getByLabel("Name of your business").fill(OWNER.workspaceName);
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await page.getByRole("button", { name: "Start" }).click();

  await page.getByRole("button", { name: /sample project/i }).click();
  await expect(page.getByRole("heading", { name: /Marketing strategy/ }).first()).toBeVisible({
    timeout: 20_000,
  });
  await page.goto(`${milepost.url}/portfolio`);
  await expect(page.getByText("1 of 5 reached")).toBeVisible();
  await expect(page.getByRole("link", { name: /Overdue/ })).toBeVisible();
  await seesTheStory(page);

  await milepost.stop();
  milepost = await startMilepost({ dataDir: milepost.dataDir });
  await page.goto(`${milepost.url}/portfolio`);
  await expect(page.getByText("1 of 5 reached")).toBeVisible();
  await seesTheStory(page);
});

/** Five milestones, three people, two clients, four past reviews, and what moved since the plan was agreed. */
async function seesTheStory(page: Page): Promise<void> {
  const open = (path: string) => page.goto(`${milepost.url}/${path}`);
  await open("settings/people");
  for (const name of ["Mia Torres", "Ben Adeyemi", "Lena Vogt"])
    await expect(page.getByText(name).first()).toBeVisible();
  await open("settings/clients");
  for (const name of ["Rosa Bakery", "Harbour Yoga"])
    await expect(page.getByText(name).first()).toBeVisible();

  await open("p/market/review");
  const reviews = page.getByRole("link", { name: /^Thu / });
  await expect(reviews).toHaveCount(4);
  await reviews.first().click();
  await expect(
    page.getByText("Tomas wants to read the campaign plan before I sign it").first(),
  ).toBeVisible();
  await expect(page.getByText("There: Mia Torres, Ben Adeyemi, Lena Vogt.")).toBeVisible();

  await open("p/market/trend");
  await expect(page.getByText(/^M3 moved 3 times, \+5 d; M4 and M5 follow it\./)).toBeVisible();
  await page.getByText("Table", { exact: true }).click();
  await expect(page.getByRole("table").first().getByRole("row")).toHaveCount(1 + 5);

  await open("p/market/updates");
  await page.getByText("2 of 4 acknowledged").click();
  await expect(page.getByText("Do the texts for the posters move by a week as well?")).toBeVisible();
  await open("p/market/retrospective");
  await expect(page.getByText(/^1 of 1 safe date held\./)).toBeVisible();
}

const ROSA = "packages/server/src/imports/fixtures/trello-rosa.json";

test("J1: a board from Trello becomes a project, and the same file again adds nothing", async ({
  browser,
}) => {
  const owner = await signIn(milepost.url);
  const page = await (await windowOf(browser, milepost.url, owner)).newPage();
  const read = async (file: string | { name: string; mimeType: string; buffer: Buffer }) => {
    await page.goto(`${milepost.url}/import`);
    await page.getByLabel("Trello export").setInputFiles(file);
  };
  await read({ name: "holiday.json", mimeType: "application/json", buffer: Buffer.from('{"cards": 7}') });
  await expect(page.getByRole("alert")).toBeVisible();

  await read(ROSA);
  await expect(page.getByRole("heading", { name: "Import Rosa Bakery" })).toBeVisible();
  expect(await violations(page, "choices of an import")).toEqual([]);
  await page.getByRole("combobox", { name: "Ideas becomes" }).click();
  await page.getByRole("option", { name: "Milestone that its cards serve" }).click();
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("is here as a new project.")).toBeVisible();
  expect(await violations(page, "report of an import")).toEqual([]);
  await page.getByRole("link", { name: "Open the board" }).click();
  await expect(page.getByRole("link", { name: "Take photos of the bakery" })).toBeVisible();
  await page.goto(`${page.url().replace(/\/board.*/, "")}/plan`);
  await expect(page.getByText("Ideas").first()).toBeVisible();

  await read(ROSA);
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText(/Cards that were here already and stay as they are: 8\b/)).toBeVisible();
  await expect(page.getByText("Nothing was added.")).toBeVisible();
});
