import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, join, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

let milepost: Milepost;
let owner: Api;
let jo: Api;
let joId: string;
let projectId: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  const project = { name: "Rosa Bakery", key: "ROSA" };
  projectId = (await owner.call<{ id: string }>("POST", "/projects", project)).id;
  jo = await join(milepost.url, owner, JO, projectId);
  joId = (await jo.call<{ person: { id: string } }>("GET", "/me")).person.id;
  page = await (await windowOf(browser, milepost.url, jo)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

const card = (title: string) =>
  owner.call<{ id: string }>("POST", `/projects/${projectId}/cards`, { title, people: [joId] });
const filled = async () => {
  const { items } = await jo.call<{ items: { thing: { title: string }; happenings: number }[] }>(
    "GET",
    "/inbox",
  );
  return items.map(({ thing, happenings }) => `${thing.title} ${happenings}`).toSorted();
};
const item = (title: string) => page.getByRole("button", { name: title });
const places = () => page.getByRole("navigation", { name: "Places" });

test("S16: an empty inbox says that all is answered", async () => {
  await page.goto(`${milepost.url}/inbox`);
  await expect(page.getByText("All answered.")).toBeVisible();
});

test("S16: what happens to one thing is one line with its reason, and the places count what is unread", async () => {
  const { id } = await card("Home page");
  await card("Opening hours");
  await card("Photos");
  const comment = { subject: { kind: "card", id }, body: "Is the **first** line right?", mentions: [joId] };
  await owner.call("POST", "/comments", comment);
  await expect.poll(filled).toEqual(["Home page 2", "Opening hours 1", "Photos 1"]);
  await page.goto(`${milepost.url}/inbox`);
  await expect(item("Home page")).toContainText("Amara Okafor mentioned you");
  await expect(item("Home page")).toContainText("2 times");
  await expect(page.getByRole("list", { name: "Items" }).getByRole("button")).toHaveCount(3);
  await expect(places().getByRole("link", { name: "Inbox 3 unread" })).toBeVisible();
});

test("S16: the keys walk, finish, snooze and keep unread, and what left the list can be taken back", async () => {
  await page.keyboard.press("j");
  await expect(page.getByRole("region", { name: "Home page" })).toContainText("Is the first line right?");
  await expect(places().getByRole("link", { name: "Inbox 2 unread" })).toBeVisible();
  await page.keyboard.press("u");
  await expect(places().getByRole("link", { name: "Inbox 3 unread" })).toBeVisible();
  await page.keyboard.press("j");
  await expect(page.getByRole("region", { name: "Photos" })).toBeVisible();
  await page.keyboard.press("e");
  await expect(item("Photos")).toBeHidden();
  await expect(page.getByRole("region", { name: "Opening hours" })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(item("Photos")).toBeVisible();
  await page.keyboard.press("h");
  await page.getByRole("menuitem", { name: "Tomorrow" }).click();
  await expect(item("Opening hours")).toBeHidden();
  await page.getByRole("button", { name: "Snoozed 1" }).click();
  await expect(item("Opening hours")).toBeVisible();
  await page.getByRole("button", { name: "Open", exact: true }).click();
  await page.getByRole("button", { name: "Mentions 1" }).click();
  await expect(page.getByRole("list", { name: "Items" }).getByRole("button")).toHaveCount(1);
});

test("S16: the reason leads to the thing, and what is muted stays away until it is heard of again", async () => {
  await item("Home page").click();
  await page.getByRole("link", { name: "Read and answer" }).click();
  await expect(page).toHaveURL(/\/c\/ROSA-1/);
  await page.getByRole("button", { name: "More for ROSA-1" }).click();
  await page.getByRole("menuitem", { name: "Mute" }).click();
  await page.goto(`${milepost.url}/settings/you`);
  await expect(page.getByText("Card of Rosa Bakery")).toBeVisible();
  await page.getByRole("button", { name: "Hear of Home page again" }).click();
  await expect(page.getByText("Nothing is muted.")).toBeVisible();
});

test("the rhythm of the mails, quiet hours and reminders are chosen once and kept", async () => {
  await page.getByRole("radio", { name: "Weekly, on Monday at 8" }).check();
  await page.getByRole("switch", { name: "Quiet hours" }).check();
  await page.getByLabel("From").fill("19:30");
  await page.getByRole("region", { name: "Inbox by mail" }).getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  expect(await jo.call("GET", "/me/mail-rhythm")).toEqual({
    rhythm: "weekly",
    quietFrom: 1170,
    quietTo: 420,
    reminders: true,
  });
  await page.reload();
  await expect(page.getByRole("radio", { name: "Weekly, on Monday at 8" })).toBeChecked();
});

test("S16: what comes meanwhile waits as a pill and moves no line", async () => {
  await page.goto(`${milepost.url}/inbox`);
  await expect(item("Home page")).toBeVisible();
  await card("Footer");
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible({ timeout: 15_000 });
  await expect(item("Footer")).toBeHidden();
  await page.keyboard.press("n");
  await expect(item("Footer")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/c\/ROSA-4/);
});

test("on a phone the inbox is where the thumb is", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole("navigation", { name: "Quick places" }).getByRole("link", { name: "Inbox" }).click();
  await item("Photos").click();
  await expect(item("Home page")).toBeHidden();
  await page.getByRole("button", { name: "Back to the list" }).click();
  await expect(item("Home page")).toBeVisible();
});
