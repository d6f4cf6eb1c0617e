import { expect, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, join, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { width: 390, height: 844 };
let milepost: Milepost;
let owner: Api;
let jo: Api;
let projectId: string;
let launchId: string;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  const client = await owner.call<{ id: string }>("POST", "/clients", { name: "Rosa Bakery" });
  const contact = { name: "Dana Reyes", email: "dana@client.test", clientId: client.id };
  const { personId } = await owner.call<{ personId: string }>("POST", "/contacts", contact);
  const wish = { name: "Shop", key: "SHOP", clientId: client.id };
  projectId = (await owner.call<{ id: string }>("POST", "/projects", wish)).id;
  await owner.call("PUT", `/projects/${projectId}/contacts/${personId}`, { role: "approver" });
  const add = (title: string, targetOn: string) =>
    owner.call<{ id: string }>("POST", `/projects/${projectId}/milestones`, { title, targetOn });
  launchId = (await add("Shop is open", "2027-03-12")).id;
  await add("Server moved", "2027-02-12");
  jo = await join(milepost.url, owner, JO, projectId);
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("J9: a first publication shows what the client would read, and can be undone before anybody sees it", async ({
  browser,
}) => {
  const context = await windowOf(browser, milepost.url, owner);
  const page = await context.newPage();
  const joPage = await (await windowOf(browser, milepost.url, jo)).newPage();
  await joPage.goto(`${milepost.url}/p/shop/board`);
  await page.goto(`${milepost.url}/p/shop`);
  await page.getByRole("link", { name: /^Publish/ }).click();
  await expect(page.getByText(/would see no milestone with a date/)).toBeVisible();
  await page.getByRole("button", { name: "Show “Shop is open” to the client" }).click();
  const changes = page.getByRole("region", { name: "What changes for the client" });
  await expect(changes).toContainText("M1 Shop is open");
  await expect(changes).not.toContainText("Server moved");
  await expect(page.getByRole("region", { name: "Who is told" })).toContainText("Dana Reyes");
  const words = page.getByRole("textbox", { name: "For the client" });
  await expect(words).toHaveValue(/Here is our plan with 1 milestone/);
  await words.fill("Our plan for your shop.");
  await words.press("Control+Enter");
  const bar = page.getByRole("complementary", { name: "Being published" });
  await expect(bar).toContainText("Publishing at");
  const joBar = joPage.getByRole("complementary", { name: "Being published" });
  await expect(joBar).toContainText("Amara Okafor");
  await expect(joBar.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(page.getByText(/plan version 1$/)).toBeVisible();
  await bar.getByRole("button", { name: "Undo" }).click();
  await expect(bar).toHaveCount(0);
  await expect(joBar).toHaveCount(0);
  await expect(page.getByText("Nothing has been published yet.")).toBeVisible();
});

test("J9: an adjustment is counted until it is published, old beside new, on a phone too", async ({
  browser,
}) => {
  const preview = await owner.call<{ hash: string; last: number }>(
    "GET",
    `/projects/${projectId}/publication-preview`,
  );
  const words = {
    clientText: "Our plan.",
    teamText: "",
    expectedHash: preview.hash,
    expectedLast: preview.last,
  };
  await owner.call("POST", `/projects/${projectId}/publications`, words);
  await owner.call("POST", `/milestones/${launchId}/date-change`, {
    targetOn: "2027-03-22",
    expected: { startOn: null, targetOn: "2027-03-12" },
    reason: "Client input late",
  });
  const context = await windowOf(browser, milepost.url, owner, { viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${milepost.url}/p/shop/roadmap`);
  await page.getByRole("link", { name: "Publish 1 change not published" }).click();
  const changes = page.getByRole("region", { name: "What changes for the client" });
  await expect(changes).toContainText(/Target: .*12 Mar.* → .*22 Mar.* \(6 working days later\)/);
  await expect(page.getByText("The last publication is about to leave.", { exact: false })).toBeVisible();
  const asClient = page.getByRole("link", { name: "View as client" });
  await expect(asClient).toHaveAttribute("href", "/portal/studio-birch/shop?as=client");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
});
