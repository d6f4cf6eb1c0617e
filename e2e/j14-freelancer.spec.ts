import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { width: 390, height: 844 };
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" } });
  owner = await setUp(milepost.url);
  await engage("Rosa Bakery", "ROSA", "Content ready", {
    name: "Dana Reyes",
    email: "dana@rosa.test",
  });
  await engage("Kern Law", "KERN", "Zebra office opened", { name: "Mira Bell", email: "mira@kern.test" });
  page = await (await windowOf(browser, milepost.url, owner, { viewport: PHONE })).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("J14: alone with two clients, she asks one of them on her phone for what the next milestone needs", async () => {
  await page.goto(`${milepost.url}/m/ROSA-M1`);
  await page.getByRole("button", { name: "Ask the client" }).click();
  const dialog = page.getByRole("dialog", { name: "What do you need from the client?" });
  await dialog.getByLabel("In a few words").fill("Photos of the shop");
  await dialog.getByLabel("Why").fill("The gallery needs them.");
  await dialog.getByLabel("By when").fill(inDays(10));
  await dialog.getByRole("button", { name: "Ask now" }).click();
  await expect(dialog).toHaveCount(0);
  const part = page.getByRole("region", { name: "Needed from the client" });
  await expect(part).toContainText("Waiting for Dana Reyes");
});

test("J14: the client answers on a phone without account or JavaScript, and reads nothing of the other client", async ({
  browser,
}) => {
  const letter = await mailbox.next("dana@rosa.test", /Photos of the shop/);
  const context = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const phone = await context.newPage();
  await phone.goto(linkIn(letter));
  await expect(phone.getByRole("heading", { level: 1, name: "Photos of the shop" })).toBeVisible();
  await expect(phone.getByText(/^Without it, M1 Content ready cannot be reached by/)).toBeVisible();
  await phone.getByLabel("A word about it, if you like").fill("The front comes tomorrow.");
  await phone.getByRole("button", { name: "Save for later" }).click();
  await expect(phone.getByText("Saved. You can go on later with the same link.")).toBeVisible();
  await expect(phone.getByLabel("A word about it, if you like")).toHaveValue("The front comes tomorrow.");
  await phone.getByLabel("Your files").setInputFiles([
    { name: "inside.png", mimeType: "image/png", buffer: PNG },
    { name: "front.png", mimeType: "image/png", buffer: PNG },
  ]);
  await phone.getByRole("button", { name: "Send the answer" }).click();
  await expect(phone.getByText("Thank you, we have your answer.")).toBeVisible();
  await expect(phone.getByRole("listitem").filter({ hasText: "front.png" })).toBeVisible();
  for (const address of ["kern", "kern/requests/1", "kern/plan"]) {
    const answer = await phone.goto(`${milepost.url}/portal/studio-birch/${address}`);
    expect(answer?.status()).toBeGreaterThanOrEqual(400);
    await expect(phone.getByText(/Zebra|Kern/)).toHaveCount(0);
  }
  await context.close();
});

test("J14: she accepts the answer, and the milestone says on whose desk it has been", async () => {
  await page.goto(`${milepost.url}/p/rosa/requests`);
  const turn = page.getByRole("region", { name: "Your turn" });
  await expect(turn).toContainText("The front comes tomorrow.");
  await expect(turn.getByRole("link", { name: "front.png" })).toBeVisible();
  await turn.getByRole("button", { name: "Accept the answer to Photos of the shop" }).click();
  await expect(page.getByRole("region", { name: "Done" })).toContainText("Answered by Dana Reyes, accepted");
  await page.goto(`${milepost.url}/m/ROSA-M1`);
  await expect(page.getByText(/^With the client:|^With the team:/)).toBeVisible();
});

test("J14: the hours she promised stand against those she has, and cash stands by month", async () => {
  await page.goto(`${milepost.url}/workload`);
  await expect(page.getByText("Amara Okafor").first()).toBeVisible();
  await page.goto(`${milepost.url}/payments`);
  const cash = page.getByRole("region", { name: "Cash by month" });
  await expect(cash.getByRole("listitem")).toHaveCount(1);
  await expect(cash).toContainText("6,000");
  const planned = page.getByRole("region", { name: "Planned" });
  await expect(planned.getByRole("row").filter({ hasText: "Rosa Bakery" })).toContainText("3,000");
  await expect(planned.getByRole("row").filter({ hasText: "Kern Law" })).toContainText("Zebra office opened");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide).toBeLessThanOrEqual(0);
});

/** A client with one contact, a project with one priced milestone, and what the client reads of it. */
async function engage(
  client: string,
  key: string,
  title: string,
  contact: { name: string; email: string },
): Promise<void> {
  const { id: clientId } = await owner.call<{ id: string }>("POST", "/clients", { name: client });
  const { personId: contactId } = await owner.call<{ personId: string }>("POST", "/contacts", {
    ...contact,
    clientId,
  });
  const wish = { name: `${client} site`, key, clientId, currency: "EUR" };
  const { id: projectId } = await owner.call<{ id: string }>("POST", "/projects", wish);
  await owner.call("PUT", `/projects/${projectId}/contacts/${contactId}`, { role: "approver" });
  const milestone = {
    title,
    targetOn: inDays(30),
    startOn: inDays(0),
    audience: "client",
    priceMinor: 300_000,
  };
  await owner.call("POST", `/projects/${projectId}/milestones`, milestone);
  const { hash, last } = await owner.call<{ hash: string; last: number }>(
    "GET",
    `/projects/${projectId}/publication-preview`,
  );
  const words = { clientText: "Our plan.", teamText: "" };
  const body = { ...words, expectedHash: hash, expectedLast: last };
  await owner.call("POST", `/projects/${projectId}/publications`, body);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
