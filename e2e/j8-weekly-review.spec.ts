import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { inDays, projectOfRosa } from "./client-project.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { movedClock } from "./move-clock.ts";
import { JO, join, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const COUNT = 8;
const WEEK = 7 * 24 * 60;
const TEN_MINUTES = 10 * 60_000;
/** What a person types at 40 words a minute. */
const MS_A_LETTER = 300;

const clock = movedClock();
let milepost: Milepost;
let owner: Api;
let jo: Api;
let projectId: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  milepost = await startMilepost({ env: clock.env });
  owner = await setUp(milepost.url);
  projectId = (await projectOfRosa(owner)).projectId;
  const add = <T>(path: string, body: object) =>
    owner.call<T>("POST", `/projects/${projectId}/${path}`, body);
  await add("objectives", {
    statement: "More orders",
    measure: "Orders",
    unit: "a week",
    baseline: 120,
    target: 150,
  });
  jo = await join(milepost.url, owner, JO, projectId);
  for (let n = 1; n <= COUNT; n += 1) {
    const wanted = { title: `Stone ${n} laid`, targetOn: inDays(20 + 10 * n) };
    const { id } = await add<{ id: string }>("milestones", wanted);
    for (const part of ["first", "second", "third"])
      await add("cards", { title: `Stone ${n}, ${part} part`, milestoneId: id, likely: 480 });
  }
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

const press = (page: Page, ...keys: string[]) =>
  keys.reduce((done, key) => done.then(() => page.keyboard.press(key)), Promise.resolve());
const stone = (page: Page, n: number) => page.getByRole("heading", { name: `M${n} Stone ${n} laid` });

test("J8: a weekly review by keyboard alone: eight milestones, one at risk, two actions that become cards", async ({
  browser,
}) => {
  const page = await (await windowOf(browser, milepost.url, owner)).newPage();
  const letters: string[] = [];
  const type = async (text: string) => {
    letters.push(text);
    await page.keyboard.type(text);
  };
  await page.goto(`${milepost.url}/p/ros/review`);
  await expect(page.getByText("Everything is filled in from the work")).toBeVisible();
  const began = Date.now();
  await press(page, "Enter");
  await expect(
    page.getByRole("spinbutton", { name: "Orders today" }).or(page.getByLabel("Orders today")),
  ).toBeVisible();
  expect(await violations(page, "objectives of a review")).toEqual([]);
  await press(page, "j");
  await expect(stone(page, 1)).toBeVisible();
  await press(page, "j");
  await expect(stone(page, 2)).toBeVisible();
  await press(page, "2");
  await expect(page.getByLabel("What do you see that the figures do not?")).toBeFocused();
  await type("The printer has not confirmed");
  await press(page, "Enter", "n");
  await type("We are waiting for the printer.");
  await press(page, "Escape", "a");
  await type("@jo call the printer +3d");
  await press(page, "Enter");
  await expect(page.getByRole("list", { name: "Actions" })).toContainText(
    "call the printer · Jo Lindqvist · due",
  );
  await type("ask for a proof");
  await press(page, "Enter");
  await expect(page.getByRole("list", { name: "Actions" }).getByRole("listitem")).toHaveCount(2);
  await press(page, "Escape");
  expect(await violations(page, "a line of a review")).toEqual([]);
  for (let n = 3; n <= COUNT; n += 1) {
    await press(page, "j");
    await expect(stone(page, n)).toBeVisible();
  }
  await press(page, "j");
  await expect(page.getByRole("table", { name: "Decisions" })).toContainText(
    "At risk: The printer has not confirmed",
  );
  expect(await violations(page, "the end of a review")).toEqual([]);
  await press(page, "Control+Enter");
  await expect(page.getByText(/^Closed/)).toBeVisible();
  const spent = Date.now() - began + letters.join("").length * MS_A_LETTER;
  // Every fact that was typed is new: nothing that the plan knows had to be said again.
  expect(letters).toHaveLength(4);
  expect(spent).toBeLessThan(TEN_MINUTES);
  console.log(`U4: ${COUNT} milestones in ${Math.round(spent / 1_000)} s, ${letters.length} facts typed`);
  await expect(page.getByText(/^Kept unchanged as [0-9a-f]{64}$/)).toBeVisible();
  await page.context().close();
});

test("J8: what was agreed to be done is on the board", async () => {
  const { cards } = await owner.call<{ cards: { title: string; ref: string }[] }>(
    "GET",
    `/projects/${projectId}/board`,
  );
  const made = cards.filter(({ title }) => /^(call the printer|ask for a proof)$/.test(title));
  expect(made.map(({ title }) => title).sort()).toEqual(["ask for a proof", "call the printer"]);
});

test("J8: what is typed survives a closed tab, and whoever joins sees the milestone of who leads", async ({
  browser,
}) => {
  clock.goOn(WEEK);
  const context = await windowOf(browser, milepost.url, owner);
  const page = await context.newPage();
  await page.goto(`${milepost.url}/p/ros/review`);
  await page.getByRole("button", { name: "Start the review" }).press("Enter");
  await expect(page.getByLabel("Orders today")).toBeVisible();
  await page.goto(`${milepost.url}/p/ros/review?at=m3`);
  await expect(stone(page, 3)).toBeVisible();
  await page.getByLabel("Action").fill("think of the cake");
  await page.reload();
  await expect(page.getByLabel("Action")).toHaveValue("think of the cake");
  const joPage = await (await windowOf(browser, milepost.url, jo)).newPage();
  await joPage.goto(`${milepost.url}/p/ros/review`);
  await expect(joPage.getByLabel(/^Follow Amara/)).toBeChecked();
  await expect(page.getByText("Here: Jo Lindqvist")).toBeVisible();
  await page.getByRole("heading", { name: "M3 Stone 3 laid" }).click();
  await press(page, "j");
  await expect(stone(joPage, 4)).toBeVisible();
  await press(page, "j");
  await expect(stone(joPage, 5)).toBeVisible();
  await joPage.keyboard.press("k");
  await expect(stone(joPage, 4)).toBeVisible();
  await expect(joPage.getByLabel(/^Follow Amara/)).not.toBeChecked();
  await page.goto(`${milepost.url}/p/ros/review?at=close`);
  await page.getByRole("button", { name: "Close the review" }).click();
  await expect(page.getByText(/^Closed/)).toBeVisible();
  await expect(joPage.getByText(/^Closed/)).toBeVisible();
  await joPage.context().close();
  await context.close();
});

test("J8: a date is moved with what follows shown first, and after three reviews the trend has three points a milestone", async ({
  browser,
}) => {
  clock.goOn(WEEK);
  const page = await (await windowOf(browser, milepost.url, owner)).newPage();
  await page.goto(`${milepost.url}/p/ros/review`);
  await page.getByRole("button", { name: "Start the review" }).press("Enter");
  await expect(page.getByLabel("Orders today")).toBeVisible();
  await press(page, "j", "j");
  await expect(stone(page, 2)).toBeVisible();
  await press(page, "m");
  await page.getByLabel("Move to").fill(inDays(60));
  await expect(page.getByText(/^M2 → .*Clients read the old date until you publish/)).toBeVisible();
  await page.getByLabel("Move to").press("Enter");
  await expect(page.getByText(/^Moved to/)).toBeVisible();
  await page.getByLabel("In your words").fill("The printer came late");
  const kept = page.waitForResponse((reply) => reply.request().method() === "PATCH" && reply.ok());
  await page.getByLabel("In your words").press("Enter");
  await kept;
  await page.goto(`${milepost.url}/p/ros/review?at=close`);
  await expect(page.getByRole("table", { name: "Decisions" })).toContainText("The printer came late");
  await page.getByRole("button", { name: "Close the review" }).click();
  await page.getByRole("link", { name: "See the trend" }).click();
  await expect(page.getByText(/M2 moved once/)).toBeVisible();
  const table = page.getByRole("table", { name: "Dates of milestones over time" });
  await expect(table.getByRole("columnheader", { name: /^Review / })).toHaveCount(3);
  const { milestones } = await owner.call<{ milestones: { points: unknown[] }[] }>(
    "GET",
    `/projects/${projectId}/trend`,
  );
  expect(milestones.map(({ points }) => points.length)).toEqual(Array(COUNT).fill(3));
  expect(await violations(page, "the trend of three reviews")).toEqual([]);
});
