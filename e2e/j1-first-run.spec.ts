import { expect, test } from "@playwright/test";
import { OWNER } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";

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
  await page.getByLabel("Your name").fill(OWNER.name);
  await page.getByLabel("Mail address").fill(OWNER.email);
  await page.getByLabel("Password").fill(OWNER.password);
  await page.getByLabel("Name of your business").fill(OWNER.workspaceName);
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Berlin");
  await page.getByRole("button", { name: "Start" }).click();

  await page.getByRole("button", { name: /sample project/i }).click();
  await expect(page.getByRole("heading", { name: /Marketing strategy/ }).first()).toBeVisible();
  await page.goto(`${milepost.url}/portfolio`);
  await expect(page.getByText("1 of 5 reached")).toBeVisible();
  await expect(page.getByRole("link", { name: /Overdue/ })).toBeVisible();

  await milepost.stop();
  milepost = await startMilepost({ dataDir: milepost.dataDir });
  await page.goto(`${milepost.url}/portfolio`);
  await expect(page.getByText("1 of 5 reached")).toBeVisible();
});
