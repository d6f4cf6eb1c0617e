import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type ClientProject, DANA, inDays, LEE, projectOfRosa, publishNow } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const PASSWORD = "four green boats";

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let rosa: ClientProject;
let dana: Page;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" } });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  await owner.call("POST", `/projects/${rosa.projectId}/milestones`, {
    title: "Launch",
    targetOn: inDays(30),
    audience: "client",
    clientApproval: false,
  });
  await publishNow(owner, rosa.projectId);
  await level("account");
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

const onPhone = async (browser: Browser) => (await browser.newContext(PHONE)).newPage();
const home = () => `${milepost.url}/portal/studio-birch/ros`;

async function level(securityLevel: "easy" | "code" | "account"): Promise<void> {
  const path = `/projects/${rosa.projectId}`;
  const { revision } = await owner.call<{ revision: number }>("GET", path);
  await owner.call("PATCH", path, { securityLevel }, { "if-match": `"r${revision}"` });
}

async function ask(title: string): Promise<void> {
  await owner.call("POST", `/projects/${rosa.projectId}/approvals`, {
    kind: "question",
    title,
    question: `${title}?`,
    choices: [{ text: "Stripe" }, { text: "Mollie" }],
    deciders: [{ personId: rosa.contacts.dana }],
    rule: "any",
    dueOn: inDays(5),
  });
}

async function outcomeOf(title: string): Promise<string | null | undefined> {
  const { items } = await owner.call<{ items: { title: string; outcome: string | null }[] }>(
    "GET",
    `/projects/${rosa.projectId}/approvals`,
  );
  return items.find((one) => one.title.includes(title))?.outcome;
}

async function choose(page: Page, choice: string): Promise<void> {
  await page.getByLabel(choice).check();
  await page.getByRole("button", { name: "Choose" }).click();
}

/** A device that nobody is known on: from the page that was wanted to where one signs in. */
async function toAccount(page: Page, wanted: string): Promise<void> {
  expect((await page.goto(wanted))?.status()).toBe(401);
  await page.getByRole("link", { name: "You have chosen a password? Sign in" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
}

/** Their address and a wish, where the project asks for an account. */
async function mailMe(page: Page, email: string, wish: RegExp): Promise<void> {
  await page.getByLabel("Your mail address").fill(email);
  await page.getByRole("button", { name: wish }).click();
  await expect(page.getByText("If this address is known here")).toBeVisible();
}

let decision: string;

test("from the mail of a decision a client is led to an account, chooses a password and decides", async ({
  browser,
}) => {
  await ask("Payment provider");
  decision = linkIn(await mailbox.next(DANA.email, /Payment provider/));
  dana = await onPhone(browser);
  await dana.goto(decision);
  await expect(dana.getByRole("heading", { level: 1 })).toContainText("Payment provider");
  await expect(dana.getByRole("button", { name: "Choose" })).toHaveCount(0);
  await dana.getByRole("link", { name: "Sign in to decide" }).click();
  await expect(dana.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await mailMe(dana, DANA.email, /choose a password/);
  await dana.goto(linkIn(await mailbox.next(DANA.email, /password/i)));
  await dana.getByLabel("New password").fill(PASSWORD);
  await dana.getByRole("button", { name: "Save the password" }).click();
  await expect(dana).toHaveURL(home());
  await dana.getByRole("link", { name: "Review and decide" }).click();
  await choose(dana, "Mollie");
  await expect(dana.getByText("Mollie").first()).toBeVisible();
  expect(await outcomeOf("Payment provider")).toBe("chosen");
});

test("on the next visit a password opens the page that was wanted, and a wrong one says so", async ({
  browser,
}) => {
  const tablet = await onPhone(browser);
  await toAccount(tablet, `${home()}/plan`);
  await expect(tablet).toHaveURL(/\/portal\/studio-birch\/account\?next=/);
  await tablet.getByLabel("Your mail address").fill(DANA.email);
  await tablet.getByLabel("Password").fill("three green boats");
  await tablet.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(tablet.getByRole("alert")).toContainText(
    "This address and password do not open anything here.",
  );
  await expect(tablet.getByLabel("Your mail address")).toHaveValue(DANA.email);
  await tablet.getByLabel("Password").fill(PASSWORD);
  await tablet.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(tablet).toHaveURL(`${home()}/plan`);
  await ask("Colour of the door");
  await tablet.goto(linkIn(await mailbox.next(DANA.email, /Colour of the door/)));
  await choose(tablet, "Stripe");
  expect(await outcomeOf("Colour of the door")).toBe("chosen");
});

test("whoever forgot the password comes in by a mail, once, or chooses another one", async ({ browser }) => {
  const phone = await onPhone(browser);
  await toAccount(phone, home());
  await mailMe(phone, DANA.email, /link to sign in/);
  const link = linkIn(await mailbox.next(DANA.email, /sign in/i));
  await phone.goto(link);
  await phone.getByRole("button", { name: "Sign in" }).click();
  await expect(phone).toHaveURL(home());
  const other = await onPhone(browser);
  expect((await other.goto(link))?.status()).toBe(410);
  await expect(other.getByText("It works once, and it was used already.")).toBeVisible();
  await toAccount(other, home());
  await mailMe(other, DANA.email, /choose a password/);
  await other.goto(linkIn(await mailbox.next(DANA.email, /password/i)));
  await other.getByLabel("New password").fill(`${PASSWORD}, five now`);
  await other.getByRole("button", { name: "Save the password" }).click();
  await expect(other).toHaveURL(home());
  // A new password signs every other device out.
  expect((await dana.goto(home()))?.status()).toBe(401);
  dana = other;
});

test("an observer signs in the same way, reads what is asked and cannot decide", async ({ browser }) => {
  await ask("Shape of the sign");
  const lee = await onPhone(browser);
  await toAccount(lee, home());
  await mailMe(lee, LEE.email, /choose a password/);
  await lee.goto(linkIn(await mailbox.next(LEE.email, /password/i)));
  await lee.getByLabel("New password").fill(PASSWORD);
  await lee.getByRole("button", { name: "Save the password" }).click();
  await lee.getByRole("link", { name: "Decisions" }).click();
  await lee.getByRole("link", { name: /Shape of the sign/ }).click();
  await expect(lee.getByRole("heading", { level: 1 })).toContainText("Shape of the sign");
  await expect(lee.getByRole("button", { name: "Choose" })).toHaveCount(0);
  await expect(lee.getByText("Ask a question")).toHaveCount(0);
});

test("where a code is enough a new device types one, and an older code is void", async ({ browser }) => {
  await level("code");
  const phone = await onPhone(browser);
  await phone.goto(linkIn(await mailbox.next(DANA.email, /Shape of the sign/)));
  await choose(phone, "Mollie");
  await expect(phone.getByRole("heading", { level: 1, name: "A code, to be sure it is you" })).toBeVisible();
  const older = codeIn((await mailbox.next(DANA.email, /Your code/)).text);
  await phone.getByRole("button", { name: "Send another code" }).click();
  const newer = codeIn((await mailbox.next(DANA.email, /Your code/)).text);
  await phone.getByLabel("Code", { exact: true }).fill(older);
  await phone.getByRole("button", { name: "Go on" }).click();
  await expect(phone.getByRole("alert")).toContainText("This code does not fit or is too old.");
  expect(await outcomeOf("Shape of the sign")).toBeNull();
  await phone.getByLabel("Code", { exact: true }).fill(newer);
  await phone.getByRole("button", { name: "Go on" }).click();
  await expect(phone.getByText("Mollie").first()).toBeVisible();
  expect(await outcomeOf("Shape of the sign")).toBe("chosen");
  await ask("Name of the shop");
  await phone.goto(linkIn(await mailbox.next(DANA.email, /Name of the shop/)));
  await choose(phone, "Stripe");
  expect(await outcomeOf("Name of the shop")).toBe("chosen");
  await level("account");
});

test("whoever decides lets a colleague read along, from the home, without JavaScript", async ({
  browser,
}) => {
  await dana.goto(home());
  await dana.getByText("Somebody else should follow this?").click();
  await dana.getByLabel("Their name").fill("Ari Bloom");
  await dana.getByLabel("Their mail address").fill("ari@rosa.test");
  await dana.getByRole("button", { name: "Send them a link" }).click();
  await expect(dana.getByRole("status").first()).toContainText("Thank you.");
  const letter = await mailbox.next("ari@rosa.test", /Dana Reyes would like you to follow Rosa site/);
  const ari = await onPhone(browser);
  await level("easy");
  await ari.goto(linkIn(letter));
  await expect(ari.getByText("You are here as Ari Bloom.")).toBeVisible();
  await level("account");
});

test("the account's pages are usable for everybody", async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: PHONE.viewport })).newPage();
  await toAccount(page, home());
  expect(await violations(page, "account door")).toEqual([]);
  await mailMe(page, DANA.email, /choose a password/);
  await page.goto(linkIn(await mailbox.next(DANA.email, /password/i)));
  expect(await violations(page, "choose a password")).toEqual([]);
});

test("whoever is taken off is out within five seconds, with account, links and open page", async () => {
  await dana.goto(home());
  await expect(dana.getByRole("heading", { level: 1 })).toContainText("Launch");
  const began = Date.now();
  await owner.call("DELETE", `/contacts/${rosa.contacts.dana}`);
  expect((await dana.goto(`${home()}/plan`))?.status()).toBe(401);
  expect((await dana.goto(decision))?.status()).toBe(410);
  await dana.goto(`${milepost.url}/portal/studio-birch/account`);
  await dana.getByLabel("Your mail address").fill(DANA.email);
  await dana.getByLabel("Password").fill(`${PASSWORD}, five now`);
  await dana.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(dana.getByRole("alert")).toBeVisible();
  expect(Date.now() - began).toBeLessThan(5_000);
});

function codeIn(text: string): string {
  const found = /\b\d{3} ?\d{3}\b/.exec(text)?.[0];
  if (!found) throw new Error(`no code in: ${text}`);
  return found;
}
