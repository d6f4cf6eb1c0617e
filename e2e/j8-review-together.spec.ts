import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { violations } from "./axe.ts";
import { type ClientProject, DANA, inDays, joinByMail, projectOfRosa, publishNow } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
let milepost: Milepost;
let mailbox: Mailbox;
let owner: Api;
let jo: Api;
let rosa: ClientProject;
let page: Page;
let dana: Page;
const ids: string[] = [];
let cardId: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" } });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  await joinByMail(owner, mailbox, JO, rosa.projectId);
  jo = await signIn(milepost.url, JO);
  const add = <T>(path: string, body: object) => owner.call<T>("POST", at(path), body);
  await add("objectives", { statement: "More orders", measure: "Orders", baseline: 120, target: 150 });
  for (const [n, title] of ["Brief agreed", "Content ready", "Shop is open"].entries()) {
    const wanted = { title, targetOn: inDays(20 + 20 * n), audience: "client" };
    const { id } = await add<{ id: string }>("milestones", wanted);
    ids.push(id);
    for (const part of ["first", "second", "third"])
      cardId = (
        await add<{ id: string }>("cards", { title: `${title}, ${part} part`, milestoneId: id, likely: 480 })
      ).id;
  }
  const criterion = { text: "Every page has a photo" };
  await owner.call("POST", `/milestones/${ids[1]}/criteria`, criterion);
  await publishNow(owner, rosa.projectId);
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
  dana = await (await browser.newContext(PHONE)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

const at = (what: string) => `/projects/${rosa.projectId}/${what}`;
const line = (n: number) => `${milepost.url}/p/ros/review?at=m${n}`;
const facts = () => page.getByRole("region", { name: "Since last time" });

test("J8: where a measure stands is read in the review, and drawn against its baseline and target", async () => {
  await page.goto(`${milepost.url}/p/ros/review`);
  await page.getByRole("button", { name: "Start the review" }).press("Enter");
  await page.getByLabel("Orders today").fill("128");
  await page.getByLabel("Orders today").press("Enter");
  await expect(page.getByText("; today 128")).toBeVisible();
  await expect(page.getByRole("table", { name: "Readings of Orders" }).getByRole("cell")).toHaveText(/^128/);
});

test("J8: the client takes part 2 on a phone without script, and the team sees it as it comes in", async () => {
  await page.goto(line(2));
  const part = page.getByRole("region", { name: "Rosa Bakery's part" });
  await part.getByRole("button", { name: "Ask the client what they think" }).click();
  await part.getByLabel("Dana Reyes (approver)").check();
  await part.getByRole("button", { name: "Ask them" }).click();
  await expect(part.getByText("Dana Reyes: has not answered yet")).toBeVisible();
  expect(await violations(page, "the client's part of a review")).toEqual([]);
  await dana.goto(linkIn(await mailbox.next(DANA.email, /your part of the review/)));
  await expect(dana.getByRole("heading", { level: 1, name: /^Review of/ })).toBeVisible();
  const of = (title: string) => dana.locator("section").filter({ hasText: title }).last();
  await of("Brief agreed").getByRole("button", { name: "This is fine" }).click();
  await expect(dana.getByText("Thank you. It is in the record of the review.")).toBeVisible();
  await of("Content ready").getByText("Ask or propose something else").click();
  await of("Content ready").getByLabel("Your words").fill("Which photos do you need?");
  await of("Content ready").getByRole("button", { name: "Send as a question" }).click();
  await of("Shop is open").getByText("Ask or propose something else").click();
  await of("Shop is open").getByLabel("Another date, if you propose one").fill(inDays(75));
  await of("Shop is open").getByRole("button", { name: "Send as a proposal" }).click();
  await expect(of("Shop is open")).toContainText("Dana Reyes proposes");
  expect(await dana.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expect(part.getByText("Dana Reyes: 1 fine, 1 asked, 1 proposed")).toBeVisible();
  await expect(facts()).toContainText("Dana Reyes asks: Which photos do you need?");
});

test("J8: of two who write about one milestone the second has both texts before them, and chooses", async ({
  browser,
}) => {
  const other = await (await windowOf(browser, milepost.url, jo)).newPage();
  await other.goto(line(2));
  await other.getByLabel("Follow Amara Okafor").uncheck();
  await other.goto(line(2));
  let letGo = () => {};
  const gate = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route("**/lines/*", async (route) => {
    await gate;
    await route.continue();
  });
  await page.getByRole("radio", { name: /^Off track/ }).check();
  await page.getByLabel("What do you see that the figures do not?").fill("No photo has come");
  await other.getByRole("radio", { name: /^At risk/ }).check();
  await other.getByLabel("What do you see that the figures do not?").fill("Two of nine texts are there");
  await other.getByLabel("What do you see that the figures do not?").press("Enter");
  letGo();
  await expect(page.getByText("Somebody has changed this meanwhile.", { exact: false })).toBeVisible();
  await expect(page.getByText("Your call: At risk")).toBeVisible();
  await expect(page.getByText("What you see: “Two of nine texts are there”")).toBeVisible();
  // Whoever writes on meanwhile is shown again.
  await expect(async () => {
    await page.getByRole("button", { name: "Keep mine" }).click({ timeout: 1_000 });
    await expect(page.getByText(/^Somebody has changed this meanwhile/)).toHaveCount(0, { timeout: 3_000 });
  }).toPass();
  await expect(other.getByLabel("What do you see that the figures do not?")).toHaveValue("No photo has come");
  await other.context().close();
});

test("J8: what a card's new estimate and somebody else's new date move meanwhile stands beside what was seen", async () => {
  await page.goto(line(3));
  await expect(facts()).toContainText(/afe by/);
  await jo.call("PUT", `/cards/${cardId}/estimate`, { low: null, likely: 9_600, high: null });
  await expect(page.getByText(/changed since this review began: .*safe/)).toBeVisible({ timeout: 20_000 });
  const moved = { targetOn: inDays(67), expected: { startOn: null, targetOn: inDays(60) } };
  await owner.call("POST", `/milestones/${ids[2]}/date-change`, moved);
  await expect(
    page.getByText(/the client was told .* changed since this review began: .*target/),
  ).toBeVisible();
  await expect(page.getByRole("radio", { name: /^Keep the date/ })).not.toBeChecked();
});

test("J8: a milestone is redefined, another one split, and the split taken back, by keyboard", async () => {
  await page.goto(line(1));
  await page.getByRole("heading", { name: /Brief agreed/ }).click();
  await page.keyboard.press("r");
  await expect(page.getByLabel("In your words")).toBeFocused();
  await page.keyboard.type("Two shops became one");
  await page.getByLabel("Outcome").fill("One brief for one shop");
  await page.getByLabel("Done when").fill("Rosa has signed the brief");
  await page.getByRole("button", { name: "Redefine M1" }).press("Enter");
  await expect(page.getByText("Redefined", { exact: true })).toBeVisible();
  await expect(facts()).toContainText("☐ Rosa has signed the brief");
  await page.goto(line(2));
  await page.getByRole("heading", { name: /Content ready/ }).click();
  await page.keyboard.press("s");
  await page.keyboard.type("The photographer comes later");
  await page.getByLabel("Second milestone").fill("Photos ready");
  await page.getByLabel("Done when: Every page has a photo").check();
  await page.getByRole("button", { name: "Split M2" }).press("Enter");
  await expect(page.getByText(/M4 Photos ready stands beside M2 now, as a draft/)).toBeVisible();
  expect(await violations(page, "a milestone that was split")).toEqual([]);
  await page.getByRole("radio", { name: /^Keep the date/ }).click();
  await expect(page.getByText("Keeps its date", { exact: true })).toBeVisible();
  await expect(facts()).toContainText("☐ Every page has a photo");
  const { milestones } = await owner.call<{ milestones: { title: string }[] }>("GET", at("plan"));
  expect(milestones.map(({ title }) => title)).not.toContain("Photos ready");
});

test("J8: it is not closed untold without a reason; what the notice says of it is what was said in it", async () => {
  await page.goto(line(2));
  await page.getByLabel("Note for the client").fill("Your photos can come until Friday.");
  await page.getByLabel("Note for the client").press("Tab");
  await expect(page.getByRole("region", { name: "For the client" })).toContainText("until Friday");
  await page.goto(`${milepost.url}/p/ros/review?at=close`);
  await expect(page.getByText(/2 milestones changed and the client does not know yet/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Close the review" })).toBeDisabled();
  await page.getByRole("link", { name: "Publish to team and client" }).first().click();
  await expect(page.getByRole("textbox", { name: "For the client" })).toHaveValue(
    /M2 Content ready: Your photos can come until Friday\./,
  );
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(/plan version 2$/)).toBeVisible();
  await page.goto(`${milepost.url}/p/ros/review?at=close`);
  await page.getByRole("button", { name: "Close the review" }).click();
  await expect(page.getByText(/^Closed/)).toBeVisible();
  await expect(page.getByText(/Dana Reyes on M2: asks: Which photos do you need\?/)).toBeVisible();
  await dana.reload();
  await expect(dana.getByText("This review is over. What was said stays here to read.")).toBeVisible();
  await expect(dana.getByRole("button", { name: "This is fine" })).toHaveCount(0);
});
