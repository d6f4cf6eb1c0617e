import { type BrowserContext, expect, type Locator, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type ClientProject, DANA, inDays, projectOfRosa, publishNow } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const PUBLISHED = inDays(14);
const MOVED = inDays(21);

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let rosa: ClientProject;
let page: Page;
let phone: BrowserContext;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" } });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  const { person } = await owner.call<{ person: { id: string } }>("GET", "/me");
  const path = `/projects/${rosa.projectId}/milestones`;
  const { id } = await owner.call<{ id: string }>("POST", path, {
    ...{ title: "Launch", targetOn: PUBLISHED, ownerId: person.id, audience: "client" },
  });
  await publishNow(owner, rosa.projectId);
  const expected = { startOn: null, targetOn: PUBLISHED };
  await owner.call("POST", `/milestones/${id}/date-change`, { targetOn: MOVED, expected });
  await owner.call("POST", path, { title: "Ours alone", targetOn: MOVED });
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
  phone = await browser.newContext(PHONE);
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("one's own milestones are in one's own calendar, until the address is renewed and ended", async () => {
  await page.goto(`${milepost.url}/settings/you`);
  const own = page.getByRole("region", { name: "Calendar" });
  await own.getByRole("button", { name: "Make an address" }).click();
  const first = await shownIn(own);
  expect(await read(first)).toContain("SUMMARY:◆ Launch");
  await own.getByRole("button", { name: /^Renew the address/ }).click();
  await own.getByRole("button", { name: "Renew it" }).click();
  await expect(own.getByLabel("Address", { exact: true })).not.toHaveValue(first);
  const second = await shownIn(own);
  expect([await status(first), await status(second)]).toEqual([404, 200]);
  await own.getByRole("button", { name: /^End the address/ }).click();
  await own.getByRole("button", { name: "End it" }).click();
  await expect(own.getByRole("button", { name: /^End the address/ })).toBeHidden();
  expect(await status(second)).toBe(404);
});

test("a project's calendar has all of its milestones as the team plans them", async () => {
  await page.goto(`${milepost.url}/p/ros`);
  await page.getByRole("button", { name: "Add to your calendar" }).click();
  const dialog = page.getByRole("dialog", { name: "Rosa site in your calendar" });
  await dialog.getByRole("button", { name: "Make an address" }).click();
  const text = await read(await shownIn(dialog));
  expect(text).toContain(`DTSTART;VALUE=DATE:${MOVED.replaceAll("-", "")}`);
  expect(text).toContain("SUMMARY:◆ Ours alone");
});

test("U17: Dana's calendar has what was published, and who manages the project ends it at once", async () => {
  const dana = await phone.newPage();
  await dana.goto(linkIn(await mailbox.next(DANA.email, /Rosa site/)));
  await dana.getByRole("link", { name: "Add to your calendar" }).click();
  await dana.getByRole("button", { name: "Make an address" }).click();
  const address = (await dana.getByText(/\/feeds\/[\w-]+\.ics$/).textContent()) ?? "";
  const text = await read(address);
  expect(text).toContain(`DTSTART;VALUE=DATE:${PUBLISHED.replaceAll("-", "")}`);
  expect(text).not.toMatch(new RegExp(`Ours alone|${MOVED.replaceAll("-", "")}`));

  await page.goto(`${milepost.url}/p/ros/edit`);
  await page.getByRole("button", { name: `End the calendar feed of ${DANA.name}` }).click();
  await page.getByRole("button", { name: "End it" }).click();
  await expect(page.getByText(`${DANA.name}'s calendar finds nothing any more.`)).toBeVisible();
  expect(await status(address)).toBe(404);
  await dana.reload();
  await expect(dana.getByText(/has an address already/)).toBeHidden();
});

test("where calendars are made holds what accessibility asks for", async ({ browser }) => {
  const found: string[] = [];
  const client = await (await browser.newContext()).newPage();
  await owner.call("POST", `/projects/${rosa.projectId}/contacts/${rosa.contacts.dana}/link`);
  await client.goto(linkIn(await mailbox.next(DANA.email, /Rosa site/)));
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${milepost.url}/settings/you`);
    const own = page.getByRole("region", { name: "Calendar" });
    await own.getByRole("button", { name: /^Make a/ }).click();
    await shownIn(own);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    found.push(...(await violations(page, `you at ${width}`)));
    await client.setViewportSize({ width, height: 900 });
    await client.goto(`${milepost.url}/portal/studio-birch/ros/calendar`);
    await client.getByRole("button", { name: /^Make a/ }).click();
    await expect(client.getByRole("link", { name: "Open in your calendar" })).toBeVisible();
    expect(await client.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    found.push(...(await violations(client, `client at ${width}`)));
  }
  expect(found).toEqual([]);
});

async function shownIn(place: Locator): Promise<string> {
  const field = place.getByLabel("Address", { exact: true });
  await expect(field).toHaveValue(/\/feeds\/[\w-]{43}\.ics$/);
  return field.inputValue();
}

/** As a calendar asks: without a cookie, and long lines put together again. */
async function read(address: string): Promise<string> {
  const answer = await fetch(address);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/calendar; charset=utf-8"]);
  return (await answer.text()).replaceAll("\r\n ", "");
}

async function status(address: string): Promise<number> {
  return (await fetch(address)).status;
}
