import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { projectOfRosa } from "./client-project.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { type MovedClock, movedClock } from "./move-clock.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface Found {
  checkIn: { people: { next: { at: string } | null }[] } | null;
}

let clock: MovedClock;
let milepost: Milepost;
let owner: Api;
let projectId: string;
let key: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  clock = movedClock();
  milepost = await startMilepost({ env: clock.env });
  owner = await setUp(milepost.url);
  projectId = (await projectOfRosa(owner)).projectId;
  key = (await owner.call<{ key: string }>("GET", `/projects/${projectId}`)).key.toLowerCase();
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("who leads sets up one question for the project", async () => {
  await page.goto(`${milepost.url}/p/${key}/updates`);
  await page.getByRole("link", { name: "Check-ins" }).click();
  await page.getByRole("button", { name: "Set up a check-in" }).click();
  await page.getByRole("textbox", { name: "Question" }).fill("Anything in the way of M3?");
  expect(await violations(page, "set up a check-in")).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Anything in the way of M3?" })).toBeVisible();
  await expect(page.getByText(/^Every working day at 09:00, everybody's own time/)).toBeVisible();
});

test("it waits in the inbox when its time comes, and is answered on its page", async () => {
  const found = await owner.call<Found>("GET", `/projects/${projectId}/check-in`);
  const due = Date.parse(found.checkIn?.people[0]?.next?.at ?? "");
  clock.goOn(Math.ceil((due - Date.now()) / 60_000) + 1);
  const waiting = async () =>
    (await owner.call<{ items: { category: string }[] }>("GET", "/inbox")).items.filter(
      ({ category }) => category === "question",
    ).length;
  await expect.poll(waiting, { timeout: 30_000 }).toBe(1);
  await page.goto(`${milepost.url}/inbox`);
  await page.getByText("Anything in the way of M3?").first().click();
  await page.getByRole("link", { name: "Answer it" }).click();
  await page.getByRole("textbox", { name: "Your answer" }).fill("The **copy** is late.");
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.locator("strong", { hasText: "copy" })).toBeVisible();
  expect(await violations(page, "check-ins")).toEqual([]);
  await expect.poll(waiting, { timeout: 15_000 }).toBe(0);
});
