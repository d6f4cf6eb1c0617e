import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { violations } from "./axe.ts";
import { type ClientProject, DANA, inDays, joinByMail, projectOfRosa } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const OURS = "We need one week more for the photos.";
let milepost: Milepost;
let mailbox: Mailbox;
let owner: Api;
let jo: Api;
let rosa: ClientProject;
let page: Page;
const ids: string[] = [];

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" } });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  await joinByMail(owner, mailbox, JO, rosa.projectId);
  jo = await signIn(milepost.url, JO);
  for (const [title, days] of [
    ["Content ready", 20],
    ["Shop is open", 40],
  ] as const) {
    const wanted = { title, targetOn: inDays(days), audience: "client" };
    ids.push((await owner.call<{ id: string }>("POST", at("milestones"), wanted)).id);
  }
  const weekly = { cadence: "weekly", everyDays: null, startsOn: inDays(1), at: "10:00" };
  const invited = { clientPart: false, inviteeIds: [], revision: null };
  await owner.call("PUT", at("review-series"), { ...weekly, ...invited });
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

const at = (what: string) => `/projects/${rosa.projectId}/${what}`;
const move = (id: string | undefined, from: number, to: number) =>
  owner.call("POST", `/milestones/${id}/date-change`, {
    targetOn: inDays(to),
    expected: { startOn: null, targetOn: inDays(from) },
  });
const client = () => page.getByRole("textbox", { name: "For the client" });
const publish = () => page.getByRole("button", { name: "Publish", exact: true });
const publications = async () =>
  (await owner.call<{ items: { clientText: string }[] }>("GET", `/notices?projectId=${rosa.projectId}`))
    .items;

test("J9: what the plan became while somebody wrote stands beside their words, as it comes", async () => {
  await page.goto(`${milepost.url}/p/ros/publish`);
  await client().fill(OURS);
  const moved = page.getByRole("status").filter({ hasText: "The plan has changed since you wrote this" });
  await expect(moved).toHaveCount(0);
  await owner.call("POST", at("milestones"), { title: "Texts", targetOn: inDays(50), audience: "client" });
  await expect(page.getByRole("region", { name: "What changes for the client" })).toContainText("Texts");
  await expect(moved).toContainText("3 milestones");
  await expect(client()).toHaveValue(OURS);
  expect(await violations(page, "a notice that the plan has overtaken")).toEqual([]);
});

test("J9: nobody publishes what they have not seen: the words stay, and the next try says what is true now", async () => {
  // A window that no news reaches: what it shows is what was true when it was opened.
  await page.route("**/api/v1/live*", (route) => route.abort());
  await page.reload();
  await expect(client()).toHaveValue(OURS);
  await move(ids[1], 40, 60);
  await publish().click();
  const refused = page.getByRole("alert").filter({ hasText: "The plan has changed since you looked" });
  await expect(refused).toBeVisible();
  expect(await publications()).toEqual([]);
  await expect(client()).toHaveValue(OURS);
  await expect(page.getByRole("region", { name: "What changes for the client" })).toContainText(
    "M2 Shop is open",
  );
  await publish().click();
  await expect(refused).toHaveCount(0);
  await expect.poll(async () => (await publications()).map(({ clientText }) => clientText)).toEqual([OURS]);
  await page.unroute("**/api/v1/live*");
});

test("J9: whoever has not acknowledged a notice stands on the next agenda by name, and leaves it by doing so", async ({
  browser,
}) => {
  const toDana = await mailbox.next(DANA.email, /The plan is here/);
  await page.goto(`${milepost.url}/p/ros/review`);
  const agenda = page.getByRole("region", { name: "On the agenda" });
  const unconfirmed = agenda.getByRole("list", { name: "Have not confirmed the last notice" });
  await expect(unconfirmed.getByRole("listitem")).toHaveText([DANA.name, JO.name, "Lee Marsh"]);
  expect(await violations(page, "the agenda of a review")).toEqual([]);
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  const home = await phone.newPage();
  await home.goto(linkIn(toDana));
  await home.getByRole("button", { name: "I have read this" }).click();
  await expect(unconfirmed.getByRole("listitem")).toHaveText([JO.name, "Lee Marsh"]);
  const joPage = await (await windowOf(browser, milepost.url, jo)).newPage();
  await joPage.goto(`${milepost.url}/p/ros/updates`);
  await joPage.getByRole("button", { name: "Acknowledge" }).click();
  await expect(unconfirmed.getByRole("listitem")).toHaveText(["Lee Marsh"]);
});

test("J8: the agenda is at hand while the review goes on, and what it came to stands in the list of reviews", async () => {
  await page.getByRole("button", { name: "Start the review" }).click();
  await page.getByText("Agenda", { exact: true }).click();
  await expect(page.getByRole("list", { name: "Have not confirmed the last notice" })).toHaveText(
    "Lee Marsh",
  );
  await page.goto(`${milepost.url}/p/ros/review?at=close`);
  await page.getByRole("button", { name: "Close the review" }).click();
  await expect(page.getByText(/^Closed/)).toBeVisible();
  await page.goto(`${milepost.url}/p/ros/review`);
  const past = page.getByRole("region", { name: "Reviews so far" }).getByRole("listitem");
  await expect(past).toHaveText([/ Amara Okafor led · 3 milestones(: .*)? · dates kept$/]);
});
