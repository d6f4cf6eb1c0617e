import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { projectOfRosa } from "./client-project.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { type MovedClock, movedClock } from "./move-clock.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface Found {
  items: { coming: { at: string }[] }[];
}

const DAY = 24 * 60;

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
  await owner.call("POST", `/projects/${projectId}/cards`, { title: "Check the backups", likely: 30 });
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

const cards = async () =>
  (
    await owner.call<{ cards: { title: string; likely: number | null }[] }>(
      "GET",
      `/projects/${projectId}/board`,
    )
  ).cards.filter(({ title }) => title === "Check the backups");

test("a card is repeated from its menu, with what it holds, and says its next three days", async () => {
  await page.goto(`${milepost.url}/p/${key}/board`);
  await page.getByRole("button", { name: "More for ROS-1" }).click();
  await page.getByRole("menuitem", { name: "Repeat this card..." }).click();
  await expect(page.getByRole("textbox", { name: "Title" })).toHaveValue("Check the backups");
  await page.getByRole("combobox", { name: "How often" }).click();
  await page.getByRole("option", { name: "Every working day" }).click();
  await expect(page.getByText(/^Next: .+, .+ and .+$/)).toBeVisible();
  expect(await violations(page, "repeat a card")).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: "Check the backups" })).toBeVisible();
  await expect(page.getByText(/^Every working day at 09:00, to /)).toBeVisible();
  expect(await violations(page, "routines")).toEqual([]);
});

test("it is made once when its day comes", async () => {
  const { items } = await owner.call<Found>("GET", `/projects/${projectId}/recurring-cards`);
  const due = Date.parse(items[0]?.coming[0]?.at ?? "");
  clock.goOn(Math.ceil((due - Date.now()) / 60_000) + 1);
  await expect.poll(async () => (await cards()).length, { timeout: 30_000 }).toBe(2);
  expect((await cards()).map(({ likely }) => likely)).toEqual([30, 30]);
  await page.goto(`${milepost.url}/p/${key}/board`);
  await expect(page.getByText("Check the backups")).toHaveCount(2);
});

test("paused it rests, removed it is gone, and both are taken back", async () => {
  await page.goto(`${milepost.url}/p/${key}/routines`);
  await page.getByRole("button", { name: "Pause Check the backups" }).click();
  await expect(page.getByText("None is made until it goes on.")).toBeVisible();
  clock.goOn(7 * DAY);
  await page.getByRole("button", { name: "Remove Check the backups" }).click();
  await expect(page.getByText("What do you do again and again?")).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("None is made until it goes on.")).toBeVisible();
  expect(await cards()).toHaveLength(2);
});

test("what follows by itself is switched on as a sentence, done once, and said on the card", async () => {
  await page.goto(`${milepost.url}/p/${key}/routines`);
  const ready = page.getByRole("switch", { name: /every line of a checklist is ticked/ });
  await ready.click({ force: true });
  await expect(page.getByText(/^Switched on by .+ · Nothing to do so far$/)).toBeVisible();
  await expect(ready).toBeChecked();
  expect(await violations(page, "what follows by itself")).toEqual([]);
  const card = await owner.call<{ id: string; ref: string }>("POST", `/projects/${projectId}/cards`, {
    title: "Order the sign",
  });
  const { items } = await owner.call<{ items: { id: string }[] }>("POST", `/cards/${card.id}/items`, {
    texts: ["Measure it"],
  });
  await owner.call("POST", `/items/${items[0]?.id}/tick`, { done: true, expected: false });
  const isDone = async () =>
    (await owner.call<{ doneAt: string | null }>("GET", `/cards/${card.id}`)).doneAt !== null;
  await expect.poll(isDone, { timeout: 30_000 }).toBe(true);
  await page.goto(`${milepost.url}/p/${key}/routines`);
  await page.getByRole("link", { name: "Order the sign" }).click();
  await page.getByText("Activity", { exact: true }).click();
  await expect(page.getByText(/Milepost moved it to .+ by itself/)).toBeVisible();
});
