import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type ClientProject, DANA, inDays, projectOfRosa } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const WIDTHS = [390, 1440] as const;

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let rosa: ClientProject;
let page: Page;
let phone: BrowserContext;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url } });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  const me = await owner.call<{ person: { id: string } }>("GET", "/me");
  await owner.call("PUT", `/projects/${rosa.projectId}/members/${me.person.id}`, { role: "lead" });
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
  phone = await browser.newContext(PHONE);
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("a plain question is asked with what each answer does, and answered from the mail with a reason", async () => {
  await page.goto(`${milepost.url}/p/ros/approvals`);
  await expect(page.getByText("Nothing was decided yet")).toBeVisible();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Ask for a decision" });
  await dialog.getByLabel("The question, in one sentence").fill("Which payment provider?");
  await dialog.getByLabel("Answer 1").fill("Stripe");
  await dialog.getByLabel("Answer 2").fill("Mollie");
  await dialog.getByLabel("Working days").nth(1).fill("3");
  await dialog.getByLabel("Price").nth(1).fill("250");
  await dialog.getByLabel("Decide by").fill(inDays(9));
  await dialog.getByRole("button", { name: "Look at it first" }).click();
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(page.getByRole("region", { name: "Waiting for a decision" })).toContainText("Which payment");

  const dana = await phone.newPage();
  await dana.goto(linkIn(await mailbox.next(DANA.email, /Which payment provider/)));
  await dana.getByLabel("Mollie").check();
  await dana.getByText("Say why, if you like").click();
  await dana.getByLabel("Why this one").fill("It takes SEPA.");
  await dana.getByRole("button", { name: "Choose" }).click();
  await expect(dana.getByText("Your choice is on record")).toBeVisible();
});

test("a decision of a call is written down, and one among the team stays with the team", async () => {
  await record("Who writes the texts?", "The bakery", "In the call on Friday.", DANA.name);
  await record("Which database?", "PostgreSQL", "We know it.", "Amara Okafor");
  await page.reload();
  const log = page.getByRole("table", { name: "Decision log" });
  await expect(log.getByRole("row", { name: /Which payment provider/ })).toContainText("It takes SEPA.");
  await expect(log.getByRole("row", { name: /Who writes the texts/ })).toContainText("not signed");
  await expect(log.getByRole("row", { name: /Which database/ })).toContainText("the team alone");
});

test("the log is narrowed by words in the address, and opened with the keyboard", async () => {
  await page.getByRole("searchbox", { name: "Words in a decision" }).fill("sepa");
  await expect(page.getByRole("row", { name: /Which database/ })).toBeHidden();
  await expect(page).toHaveURL(/q=sepa/);
  await page.getByRole("button", { name: "Which payment provider?" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Mollie: 3 working days later, + €250")).toBeVisible();
  await page.reload();
  await expect(page.getByText("Mollie: 3 working days later, + €250")).toBeVisible();
  const path = (await page.getByRole("link", { name: "CSV" }).getAttribute("href")) ?? "";
  const file = await page.request.get(new URL(path, milepost.url).href);
  expect(await file.text()).toContain("Which payment provider?");
  expect(await file.text()).not.toContain("Which database?");
});

test("on a phone without JavaScript Dana reads the same list, without what is the team's", async () => {
  const dana = await phone.newPage();
  await dana.goto(await homeLink());
  await dana.goto(`${milepost.url}/portal/studio-birch/ros/ask-more`);
  await dana.getByLabel("In a few words").fill("A Spanish version");
  await dana.getByRole("button", { name: "Send" }).click();
  await dana
    .getByRole("link", { name: /^Decisions/ })
    .first()
    .click();
  await expect(dana.getByText("The team is working out days and price.")).toBeVisible();
  await expect(dana.getByText("It takes SEPA.")).toBeVisible();
  await expect(dana.getByText(/nobody signed it here/)).toBeVisible();
  await expect(dana.getByText("Which database?")).toBeHidden();
  await dana.goto(`${milepost.url}/portal/studio-birch/ros/decisions?kind=change`);
  await expect(dana.getByText("A Spanish version")).toBeVisible();
  await expect(dana.getByText("It takes SEPA.")).toBeHidden();
});

test("both lists hold what accessibility asks for", async ({ browser }) => {
  const found: string[] = [];
  const client = await (await browser.newContext()).newPage();
  await client.goto(await homeLink());
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${milepost.url}/p/ros/approvals?state=all`);
    await page.getByRole("button", { name: "Which payment provider?" }).click();
    await expect(page.getByText("Mollie: 3 working days later, + €250")).toBeVisible();
    await expect(page.getByRole("region", { name: "Your turn" })).toContainText("A Spanish version");
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    found.push(...(await violations(page, `team at ${width}`)));
    await client.setViewportSize({ width, height: 900 });
    await client.goto(`${milepost.url}/portal/studio-birch/ros/decisions`);
    found.push(...(await violations(client, `client at ${width}`)));
  }
  expect(found).toEqual([]);
});

async function record(question: string, outcome: string, words: string, who: string): Promise<void> {
  await page.getByRole("button", { name: "Record a decision" }).click();
  const dialog = page.getByRole("dialog", { name: "Record a decision" });
  await dialog.getByLabel("What was the question?").fill(question);
  await dialog.getByLabel("What was decided?").fill(outcome);
  await dialog.getByLabel("Why, and how it was decided").fill(words);
  await dialog.getByRole("combobox", { name: "Who decided" }).click();
  await page.getByRole("option", { name: who }).click();
  await dialog.getByRole("button", { name: "Record" }).click();
  await expect(dialog).toBeHidden();
}

/** A new one each time, as the door of the client's pages mails it. */
async function homeLink(): Promise<string> {
  await owner.call("POST", `/projects/${rosa.projectId}/contacts/${rosa.contacts.dana}/link`);
  return linkIn(await mailbox.next(DANA.email, /Rosa site/));
}
