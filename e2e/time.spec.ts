import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { type MovedClock, movedClock } from "./move-clock.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

let clock: MovedClock;
let milepost: Milepost;
let owner: Api;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  clock = movedClock();
  milepost = await startMilepost({ env: clock.env });
  owner = await setUp(milepost.url);
  const project = await owner.call<{ id: string }>("POST", "/projects", { name: "Acme site", key: "ACME" });
  const milestone = await owner.call<{ id: string }>("POST", `/projects/${project.id}/milestones`, {
    title: "Design approved",
    targetOn: "2031-06-12",
  });
  const card = { title: "Draw the home page", likely: 240, milestoneId: milestone.id };
  await owner.call("POST", `/projects/${project.id}/cards`, card);
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

const drawer = () => page.getByRole("group").filter({ hasText: /^Time/ });
const worked = (words: string | RegExp) => expect(drawer().getByText(words).first()).toBeVisible();
const running = () => page.getByRole("region", { name: "Your clock" });

test("time is written by hand, as people say it", async () => {
  await page.goto(`${milepost.url}/c/ACME-1`);
  await drawer().locator("summary").click();
  await page.getByLabel("Time", { exact: true }).fill("1h 30");
  await page.getByLabel("What (optional)").fill("Sketches");
  await page.getByRole("button", { name: "Write down time" }).click();
  await worked("1 h 30 of 4 h");
  await worked(/: Sketches/);
});

test("the clock runs on over a reload, and over the undo of its stop", async () => {
  await page.getByRole("button", { name: "Start the clock" }).click();
  await expect(running()).toContainText("0 min");
  await page.reload();
  await expect(running()).toBeVisible({ timeout: 15_000 });
  clock.goOn(25);
  await running().getByRole("button", { name: "Stop the clock on ACME-1" }).click();
  await expect(page.getByText("25 min written down on ACME-1.")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(running()).toBeVisible();
  await worked("1 h 30 of 4 h");
});

test("a closed week refuses, keeps what was typed, and lets a clock be dropped", async () => {
  await drawer().locator("summary").click();
  await page.getByLabel("Time", { exact: true }).fill("2h");
  await page.getByLabel("What (optional)").fill("Too late");
  const monday = await weekOnServer();
  await owner.call("PUT", "/time-entries/locks", { weekOn: monday, locked: true });
  await page.getByRole("button", { name: "Write down time" }).click();
  await expect(page.getByText(/This week is closed/)).toBeVisible();
  await expect(page.getByLabel("What (optional)")).toHaveValue("Too late");
  await running().getByRole("button", { name: "Stop the clock on ACME-1" }).click();
  const question = page.getByRole("dialog", { name: "Your clock" });
  await expect(question).toContainText("It could not be written down, and runs on");
  expect(await violations(page, "the question about a clock")).toEqual([]);
  await question.getByRole("button", { name: "Drop it" }).click();
  await expect(running()).toBeHidden();
  await owner.call("PUT", "/time-entries/locks", { weekOn: monday, locked: false });
});

test("who leads sees the hours against the estimate, and takes them along as a file", async () => {
  await page.goto(`${milepost.url}/m/ACME-M1`);
  await page.getByRole("link", { name: "Time against estimate" }).click();
  await expect(page.getByText("1 h 30 written down, 4 h estimated.")).toBeVisible();
  const line = page.getByRole("region", { name: "By milestone and card" });
  await expect(line.getByRole("link", { name: "ACME-1 Draw the home page" })).toBeVisible();
  await expect(line.getByText("2 h 30 left").first()).toBeVisible();
  await expect(page.getByRole("table", { name: "Time by person and week" })).toContainText("1 h 30");
  expect(await violations(page, "time against estimate")).toEqual([]);
  const coming = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV" }).click();
  expect((await coming).suggestedFilename()).toBe("time-acme.csv");
});

/** The Monday of the week in which the server is. */
async function weekOnServer(): Promise<string> {
  const { today } = await owner.call<{ today: string }>("GET", "/today");
  const day = new Date(`${today}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
}
