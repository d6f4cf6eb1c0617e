import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { inDays, projectOfRosa } from "./client-project.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, join, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface Series {
  cadence: string;
  at: string;
  clientPart: boolean;
  remind: boolean;
  inviteeIds: string[];
  coming: { on: string }[];
}

let milepost: Milepost;
let owner: Api;
let jo: Api;
let projectId: string;
let dana: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  const made = await projectOfRosa(owner);
  projectId = made.projectId;
  dana = made.contacts.dana;
  jo = await join(milepost.url, owner, JO, projectId);
  for (let n = 1; n <= 3; n += 1) {
    const wanted = { title: `Stone ${n} laid`, targetOn: inDays(20 + 10 * n) };
    const { id } = await owner.call<{ id: string }>("POST", `/projects/${projectId}/milestones`, wanted);
    for (const part of ["first", "second", "third"])
      await owner.call("POST", `/projects/${projectId}/cards`, {
        title: `Stone ${n}, ${part} part`,
        milestoneId: id,
        likely: 480,
      });
  }
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

const weekday = (on: string) => new Date(`${on}T00:00:00Z`).getUTCDay();
const next = () => page.getByRole("region", { name: "Next review" });
const chosen = async (label: string, option: string) => {
  await page.getByRole("combobox", { name: label, exact: true }).click();
  await page.getByRole("option", { name: option, exact: true }).click();
};
const readSeries = () => owner.call<Series>("GET", `/projects/${projectId}/review-series`);

test("a project without a rhythm stands in the list of reviews and is given one, with its next three dates in sight", async () => {
  await page.goto(`${milepost.url}/today`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await expect(page.getByRole("heading", { name: "Without a rhythm 1" })).toBeVisible();
  expect(await violations(page, "the list of reviews")).toEqual([]);
  await page.getByRole("link", { name: "Set a rhythm" }).click();
  const dates = page.getByRole("list", { name: "The next three" }).getByRole("listitem");
  await chosen("On", "Wednesday");
  await page.getByLabel("At (").fill("09:30");
  await expect(dates).toHaveText([/^Wed .*09:30/, /^Wed .*09:30/, /^Wed .*09:30/]);
  await chosen("How often", "Every so many days");
  await page.getByLabel("Days between two reviews").fill("10");
  await expect(dates).toHaveCount(3);
  await chosen("How often", "Monthly");
  await expect(page.getByLabel("On the day of this date")).toBeVisible();
  await chosen("How often", "On the day of each milestone");
  await expect(dates).toHaveCount(3);
  await chosen("How often", "Weekly");
  await expect(dates).toHaveText([/^Wed /, /^Wed /, /^Wed /]);
  await page.getByRole("switch", { name: "The client takes part 2" }).check({ force: true });
  await page.getByRole("checkbox", { name: "Dana Reyes, approver" }).check();
  expect(await violations(page, "the rhythm of reviews")).toEqual([]);
  await page.getByRole("switch", { name: "Remind the day before" }).uncheck({ force: true });
  await page.getByRole("button", { name: "Begin reviews" }).click();
  await expect(page.getByRole("button", { name: "Save the rhythm" })).toBeVisible();
  const series = await readSeries();
  expect(series).toMatchObject({ cadence: "weekly", at: "09:30", clientPart: true, remind: false });
  expect(series.inviteeIds).toContain(dana);
  expect(series.coming.map(({ on }) => weekday(on))).toEqual([3, 3, 3]);
});

test("before anything is planned the page of reviews says what is missing", async () => {
  await owner.call("POST", "/projects", { name: "Later", key: "LATE" });
  await page.goto(`${milepost.url}/p/late/review`);
  await expect(page.getByRole("heading", { name: "No milestone to review yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "can be set already" })).toBeVisible();
  expect(await violations(page, "reviews of a project without milestones")).toEqual([]);
  await page.getByRole("link", { name: "Plan the first milestone" }).click();
  await expect(page).toHaveURL(/\/p\/late\/plan$/);
});

test("skipping asks why, and skipped twice the health of the project is grey everywhere", async () => {
  await page.goto(`${milepost.url}/p/ros`);
  await expect(next()).toContainText(/Next review (Wed|Today).* weekly/);
  await expect(page.locator("[data-unseen]")).toHaveCount(0);
  for (const reason of ["Everybody is at the fair", "Still at the fair"]) {
    await next().getByRole("button", { name: "Skip" }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: "Skip this review" })).toBeDisabled();
    await dialog.getByLabel("Why is it skipped?").fill(reason);
    await page.keyboard.press("Enter");
    await expect(dialog).toBeHidden();
  }
  await expect(next()).toContainText(
    "No review yet, skipped twice: health is grey until somebody has looked.",
  );
  await expect(page.locator("[data-unseen]")).toHaveCount(1);
  await expect(page.getByText(/^Not reviewed for|^Its review was skipped/)).toBeVisible();
  await expect(page.getByText("Start review", { exact: true })).toHaveCount(1);
  expect(await violations(page, "an overview that nobody has reviewed")).toEqual([]);
  await page.goto(`${milepost.url}/portfolio`);
  await expect(page.locator("[data-unseen]").first()).toBeVisible();
  await expect(page.getByText(/^Silent/).first()).toBeVisible();
  await page.goto(`${milepost.url}/p/ros/review`);
  await expect(page.getByText("skipped by Amara Okafor: Still at the fair")).toBeVisible();
});

test("two sit in one review and see the same milestone; when the leader leaves another takes the lead", async ({
  browser,
}) => {
  const { person } = await jo.call<{ person: { id: string } }>("GET", "/me");
  const { revision } = await owner.call<{ revision: number }>("GET", `/projects/${projectId}`);
  await owner.call("PATCH", `/projects/${projectId}`, { leadId: person.id }, { "if-match": `"${revision}"` });
  const joContext = await windowOf(browser, milepost.url, jo);
  const joPage = await joContext.newPage();
  await joPage.goto(`${milepost.url}/reviews`);
  await joPage.getByRole("button", { name: "Start review: Rosa site" }).click();
  const stone = (of: Page, n: number) => of.getByRole("heading", { name: `M${n} Stone ${n} laid` });
  await expect(stone(joPage, 1)).toBeVisible();
  await page.goto(`${milepost.url}/p/ros/review`);
  await expect(page.getByLabel(/^Follow Jo/)).toBeChecked();
  await expect(joPage.getByText(/^Here: Amara/)).toBeVisible();
  await joPage.keyboard.press("j");
  await expect(stone(joPage, 2)).toBeVisible();
  await expect(stone(page, 2)).toBeVisible();
  await owner.call("DELETE", `/members/${person.id}`);
  await joContext.close();
  await page.goto(`${milepost.url}/reviews`);
  const row = page.getByRole("listitem").filter({ hasText: "Rosa site" });
  await expect(row).toContainText("Jo Lindqvist, who led it, has left.");
  await expect(row).toContainText("Nobody leads this project");
  await page.getByRole("button", { name: "Go on: Rosa site" }).click();
  await expect(page.getByText("Jo Lindqvist has left.")).toBeVisible();
  await page.getByRole("button", { name: "Take the lead" }).click();
  await expect(page.getByText("Jo Lindqvist has left.")).toBeHidden();
  await expect(stone(page, 2)).toBeVisible();
  await page.keyboard.press("j");
  await expect(stone(page, 3)).toBeVisible();
  await page.keyboard.press("j");
  await page.getByRole("button", { name: "Close the review" }).click();
  await expect(page.getByText(/^Closed/)).toBeVisible();
  await page.goto(`${milepost.url}/p/ros`);
  await expect(next()).toContainText(/last held/);
  await expect(page.locator("[data-unseen]")).toHaveCount(0);
});
