import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type ClientProject, DANA, inDays, LEE, projectOfRosa, publishNow } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { movedClock } from "./move-clock.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

const clock = movedClock();

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let rosa: ClientProject;
let page: Page;
let phone: BrowserContext;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1", ...clock.env } });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
  phone = await browser.newContext(PHONE);
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("before anything is published the page asks for that", async () => {
  await page.goto(`${milepost.url}/p/ros/report`);
  await expect(page.getByText("Publish once to get a report")).toBeVisible();
  const path = `/projects/${rosa.projectId}/milestones`;
  await owner.call("POST", path, { title: "Launch", targetOn: inDays(14), audience: "client" });
  await publishNow(owner, rosa.projectId);
  await owner.call("POST", path, { title: "ZEBRA not published", targetOn: inDays(20), audience: "client" });
  await mailbox.next(DANA.email, /Rosa site/);
  // Its reader has had the one mail of today.
  clock.goOn(25 * 60);
});

test("what it says is seen before, and it leaves for whoever is chosen after a second yes", async () => {
  await page.goto(`${milepost.url}/p/ros/updates`);
  await page.getByRole("link", { name: "Make or schedule a status report" }).click();
  const sheet = page.getByRole("article", { name: "Status report: Rosa site" });
  await expect(sheet).toContainText("On the road to Launch");
  await expect(sheet).not.toContainText("ZEBRA");
  await page
    .getByRole("checkbox", { name: `${LEE.name}, observer` })
    .first()
    .uncheck();
  await page.getByRole("button", { name: "Make and send the report" }).click();
  await page.getByRole("button", { name: "Yes, make it" }).click();
  await expect(page.getByText(/^Report 1, /)).toBeVisible();
  await expect(page.getByText(new RegExp(`Mailed to ${DANA.name}`))).toBeVisible();
});

test("page, mail and paper say the same, on a phone without JavaScript", async () => {
  const mail = await mailbox.next(DANA.email, /Rosa site: status report/);
  const dana = await phone.newPage();
  await dana.goto(`${linkIn(mail)}?to=report`);
  expect(mail.text).toContain(`${linkIn(mail)}?to=report`);
  await expect(dana.getByRole("heading", { level: 1 })).toHaveText("Status report: Rosa site");
  const lines = ["On the road to Launch", "Needed from you", "What changed"];
  for (const line of lines) {
    expect(mail.text, line).toContain(line);
    await expect(dana.locator("article")).toContainText(line);
  }
  expect(mail.text).not.toContain("ZEBRA");
  await expect(dana.locator("article")).not.toContainText("ZEBRA");
  const paper = dana.getByRole("link", { name: "Keep it as PDF" });
  const address = new URL((await paper.getAttribute("href")) ?? "", milepost.url).href;
  const answer = await dana.request.get(address);
  const bytes = await answer.body();
  expect([answer.headers()["content-type"], bytes.subarray(0, 5).toString()]).toEqual([
    "application/pdf",
    "%PDF-",
  ]);
});

test("one is made every month for the people who were chosen, and can be stopped", async () => {
  await page.goto(`${milepost.url}/p/ros/report`);
  const monthly = page.getByRole("region", { name: "Every month" });
  await monthly.getByLabel("Day of the month").fill("5");
  await monthly.getByRole("checkbox", { name: `${DANA.name}, approver` }).uncheck();
  await monthly.getByRole("button", { name: "Make one every month" }).click();
  await expect(monthly.getByText(/^The next one is made on .*\b5\b/)).toBeVisible();
  await page.reload();
  await expect(monthly.getByRole("checkbox", { name: `${LEE.name}, observer` })).toBeChecked();
  await expect(monthly.getByRole("checkbox", { name: `${DANA.name}, approver` })).not.toBeChecked();
  await monthly.getByRole("button", { name: "Stop making them" }).click();
  await expect(monthly.getByText("None is made by itself yet.")).toBeVisible();
});

test("report page and sheet hold what accessibility asks for", async ({ browser }) => {
  const found: string[] = [];
  const client = await (await browser.newContext()).newPage();
  await owner.call("POST", `/projects/${rosa.projectId}/contacts/${rosa.contacts.dana}/link`);
  await client.goto(linkIn(await mailbox.next(DANA.email, /Rosa site/)));
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${milepost.url}/p/ros/report`);
    await expect(page.getByText(/^Report 1, /)).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    found.push(...(await violations(page, `team at ${width}`)));
    await client.setViewportSize({ width, height: 900 });
    await client.goto(`${milepost.url}/portal/studio-birch/ros/report`);
    await expect(client.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await client.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    found.push(...(await violations(client, `client at ${width}`)));
  }
  expect(found).toEqual([]);
});
