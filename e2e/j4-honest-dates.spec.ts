import { expect, type Page, test } from "@playwright/test";
import type { Api } from "./account.ts";
import type { Milepost } from "./milepost.ts";
import { JO, join, stageWith } from "./team.ts";

test.describe.configure({ mode: "serial" });

let milepost: Milepost;
let owner: Api;
let projectId: string;
let milestone: { id: string; ref: string };
let page: Page;

/** The first of May, with enough weeks before it for work to be planned into. */
const MAY = new Date().getMonth() < 3 ? new Date().getFullYear() : new Date().getFullYear() + 1;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  ({ milepost, owner, projectId, page } = await stageWith(browser, { name: "Bakery site", key: "SITE" }));
  await join(milepost.url, owner, JO, projectId);
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("J4: Jo has 4 hours from Monday to Thursday, is off in May, and is half elsewhere", async () => {
  await page.goto(`${milepost.url}/settings/time`);
  await page.getByRole("combobox", { name: "Whose time" }).click();
  await page.getByRole("option", { name: JO.name }).click();
  const week = page.getByRole("region", { name: "Working week" });
  for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday"])
    await week.getByRole("textbox", { name: day }).fill("4 h");
  await week.getByRole("textbox", { name: "Friday" }).fill("");
  await expect(week.getByText("16 h a week")).toBeVisible();
  await week.getByRole("button", { name: "Save week" }).click();
  const off = page.getByRole("region", { name: "Days off" });
  await off.getByLabel(/^From/).fill(`${MAY}-05-01`);
  await off.getByLabel(/^To/).fill(`${MAY}-05-05`);
  await off.getByRole("button", { name: "Add days off" }).click();
  await expect(off.getByRole("button", { name: /^Remove .*May/ })).toBeVisible();
  const elsewhere = page.getByRole("region", { name: "Other work" });
  await elsewhere.getByRole("textbox", { name: "Percent of the time" }).fill("50");
  await elsewhere.getByRole("button", { name: "Add", exact: true }).click();
  await expect(elsewhere.getByText("50 %")).toBeVisible();
});

test("J4: the workload shows in which weeks Jo has too much", async () => {
  const jo = (await people()).find(({ name }) => name === JO.name)?.id ?? "";
  const made = await owner.call<{ id: string; number: number }>("POST", `/projects/${projectId}/milestones`, {
    title: "Shop live",
    targetOn: workingDayIn(20),
  });
  milestone = { id: made.id, ref: `SITE-M${made.number}` };
  for (const title of ["Build the pages", "Fill in the products", "Test the payment", "Write the texts"]) {
    const card = await owner.call<{ id: string }>("POST", `/projects/${projectId}/cards`, {
      title,
      milestoneId: milestone.id,
    });
    const expected = { low: null, likely: null, high: null };
    await owner.call("PUT", `/cards/${card.id}/estimate`, { low: 360, likely: 600, high: 1200, expected });
    await owner.call("PUT", `/cards/${card.id}/people`, { add: [jo], remove: [] });
  }
  await page.goto(`${milepost.url}/workload`);
  const over = page.getByRole("button", { name: /Jo Lindqvist, week of .*over by/ }).first();
  await expect(over).toBeVisible();
  await expect(over).toContainText("of 8 h");
  await over.click();
  await expect(
    page
      .getByRole("dialog")
      .getByText(/Build the pages|Fill in|Test the|Write the texts/)
      .first(),
  ).toBeVisible();
  await page.keyboard.press("Escape");
});

test("J4: a target before the likely day is said in red words, and found by the check", async () => {
  await page.goto(`${milepost.url}/m/${milestone.ref}`);
  await expect(page.getByText(/Likely by .*, safe by /).first()).toBeVisible();
  await expect(page.getByText("Off track").first()).toBeVisible();
  await page.goto(`${milepost.url}/p/site/plan`);
  await expect(page.getByText(/“Shop live” has a chance of|“Shop live” will/).first()).toBeVisible();
  await expect(page.getByText(/^L6/).first()).toBeVisible();
});

test("J4: the earliest honest promise has its binding reason, and a wish has three ways out", async () => {
  await page.goto(`${milepost.url}/m/${milestone.ref}`);
  await page.getByRole("button", { name: "What can be promised?" }).click();
  const promise = page.getByText(/^The earliest honest promise is/);
  await expect(promise).toBeVisible();
  await expect(
    page.getByText(/Jo Lindqvist has other cards to do as well|Jo Lindqvist has 50 % of the week/).first(),
  ).toBeVisible();
  const first = await promise.textContent();
  await page.getByText("9 in 10", { exact: true }).click();
  await expect(promise).not.toHaveText(first ?? "");
  await page.getByText("8 in 10", { exact: true }).click();
  await expect(page.getByText(/^Ways to be sure in 8 of 10 cases/)).toBeVisible();
  await expect(page.getByText(/^Move it to/)).toBeVisible();
  await expect(page.getByText(/^Leave out/)).toBeVisible();
  await expect(page.getByText(/of Amara Okafor|hours? a week of|^Give /).first()).toBeVisible();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect(page.getByText("Off track")).toHaveCount(0);
  await expect(page.getByText("On track").first()).toBeVisible();
});

function people(): Promise<{ id: string; name: string }[]> {
  return owner
    .call<{ items: { id: string; name: string }[] }>("GET", `/projects/${projectId}/people`)
    .then(({ items }) => items);
}

/** So many days from now, put on a weekday. */
function workingDayIn(days: number): string {
  const day = new Date(Date.now() + days * 86_400_000);
  while (day.getUTCDay() % 6 === 0) day.setUTCDate(day.getUTCDate() + 1);
  return day.toISOString().slice(0, 10);
}
