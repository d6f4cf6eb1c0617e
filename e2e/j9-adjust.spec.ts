import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { type ClientProject, DANA, joinByMail, projectOfRosa } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { movedClock } from "./move-clock.ts";
import { JO, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { width: 390, height: 844 };
const clock = movedClock();
let milepost: Milepost;
let mailbox: Mailbox;
let owner: Api;
let jo: Api;
let rosa: ClientProject;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { ...clock.env, SMTP_URL: mailbox.url } });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  await joinByMail(owner, mailbox, JO, rosa.projectId);
  jo = await signIn(milepost.url, JO);
  const { id: joId } = (await jo.call<{ person: { id: string } }>("GET", "/me")).person;
  const ids: string[] = [];
  for (const [title, startOn, targetOn] of [
    ["Brief agreed", "2027-02-01", "2027-02-12"],
    ["Content ready", "2027-02-15", "2027-03-05"],
    ["Design approved", "2027-03-08", "2027-03-19"],
    ["Shop is open", "2027-03-22", "2027-04-09"],
  ]) {
    const wanted = { title, startOn, targetOn, audience: "client", ownerId: joId, priceMinor: 300_000 };
    ids.push((await owner.call<{ id: string }>("POST", `/projects/${rosa.projectId}/milestones`, wanted)).id);
  }
  await owner.call("POST", at("fixed-dates"), { title: "Trade fair", onDate: "2027-04-12" });
  const end = (id: string | undefined) => ({ kind: "milestone", id });
  for (const n of [1, 2])
    await owner.call("POST", `/projects/${rosa.projectId}/dependencies`, {
      from: end(ids[n]),
      to: end(ids[n + 1]),
    });
  const { revision } = await owner.call<{ revision: number }>("GET", `/projects/${rosa.projectId}`);
  const easy = { securityLevel: "easy" };
  await owner.call("PATCH", `/projects/${rosa.projectId}`, easy, { "if-match": String(revision) });
  const photos = { kind: "files", title: "Photos of the shop", why: "For the pages", dueOn: "2027-03-12" };
  const asked = await owner.call<{ id: string }>("POST", `/projects/${rosa.projectId}/client-requests`, {
    ...photos,
    milestoneId: ids[2],
    contactId: rosa.contacts.dana,
  });
  await owner.call("POST", `/client-requests/${asked.id}/ask`);
  const preview = await owner.call<{ hash: string; last: number }>("GET", at("publication-preview"));
  await owner.call("POST", at("publications"), {
    clientText: "Our plan.",
    teamText: "",
    expectedHash: preview.hash,
    expectedLast: preview.last,
  });
  clock.goOn(3);
  await mailbox.next(JO.email, /plan version 1 is published/);
  await mailbox.next(DANA.email, /The plan is here/);
  // A client has one mail a day of what needs no answer.
  clock.goOn(26 * 60);
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

const at = (what: string) => `/projects/${rosa.projectId}/${what}`;
const versions = async () =>
  (await owner.call<{ items: { n: number }[] }>("GET", at("plan-versions"))).items.map(({ n }) => n);

test("J9: M2 slips 6 working days, and who moves it sees first what follows", async () => {
  await page.goto(`${milepost.url}/m/ROS-M2`);
  await page.getByRole("button", { name: "Move date" }).click();
  const dialog = page.getByRole("dialog", { name: "Move “Content ready”" });
  await dialog.getByLabel("Target date").fill("2027-03-15");
  const moves = dialog.getByRole("table", { name: "What moves" });
  await expect(moves).toContainText("Content ready");
  await expect(moves).toContainText("6 working days later");
  await expect(moves).toContainText("Design approved");
  await expect(moves).toContainText("Shop is open");
  await expect(dialog.getByText(/after “Trade fair” on Mon,? 12 Apr/)).toBeVisible();
  await expect(dialog.getByText("Touches Jo Lindqvist.")).toBeVisible();
  await expect(dialog.getByText(/Photos of the shop \(M3/)).toBeVisible();
  await expect(dialog.getByText(/3,000.* with M2: .*5 Mar.* → .*15 Mar/)).toBeVisible();
  await dialog.getByLabel("Reason").click();
  await page.getByRole("option", { name: "Client input late" }).click();
  await dialog.getByRole("button", { name: "Move", exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await page.getByRole("tab", { name: "History" }).click();
  const adjusted = page.getByRole("region", { name: "Adjusted since it was promised" });
  await expect(adjusted).toContainText("Because: Client input late");
  await expect(adjusted).toContainText("not told yet");
});

test("J9: it is published to each in its own words, and undone before anybody hears restores version 1", async () => {
  await page.goto(`${milepost.url}/p/ros/publish`);
  const client = page.getByRole("textbox", { name: "For the client" });
  await expect(client).toHaveValue(/M2 Content ready: .* → .* \(input arrived later than planned\)/);
  const team = page.getByRole("textbox", { name: "For the team" });
  await expect(team).toHaveValue(/M2 Content ready: .* → .* \(client input late\)/);
  await expect(team).toHaveValue(/M3 Design approved: .* \(follows M2 Content ready\)/);
  await expect(page.getByRole("region", { name: "Who is told" })).toContainText("Jo Lindqvist");
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  const bar = page.getByRole("complementary", { name: "Being published" });
  await expect(bar).toBeVisible();
  expect(await versions()).toEqual([2, 1]);
  await bar.getByRole("button", { name: "Undo" }).click();
  await expect(bar).toHaveCount(0);
  expect(await versions()).toEqual([1]);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(bar).toBeVisible();
  expect(await versions()).toEqual([2, 1]);
});

test("J9: 2 of 3 have acknowledged it, by a button in the app and on a phone without script", async ({
  browser,
}) => {
  clock.goOn(3);
  const { text } = await mailbox.next(JO.email, /plan version 2 is published/);
  expect(text).toContain("follows M2 Content ready");
  const toDana = await mailbox.next(DANA.email, /The plan has changed/);
  expect(toDana.text).toContain("input arrived later than planned");
  const joPage = await (await windowOf(browser, milepost.url, jo)).newPage();
  await joPage.goto(`${milepost.url}/p/ros/updates`);
  const newest = joPage.locator("#plan-2");
  await newest.getByRole("button", { name: "Acknowledge" }).click();
  await expect(newest.getByText("You acknowledged it")).toBeVisible();
  await newest.getByRole("button", { name: "Ask about it" }).click();
  await newest.getByLabel("Your question").fill("Does the fair still hold?");
  await newest.getByRole("button", { name: "Ask", exact: true }).click();
  await expect(newest.getByLabel("Your question")).toHaveCount(0);
  const phone = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
  const home = await phone.newPage();
  await home.goto(linkIn(toDana));
  await home.getByRole("button", { name: "I have read this" }).click();
  await expect(home.locator("#plan-2")).toContainText("You have read this");
  await page.goto(`${milepost.url}/p/ros/updates`);
  const told = page.locator("#plan-2");
  await told.getByText("2 of 3 acknowledged · 1 asked").click();
  await expect(told.getByText("Asked: “Does the fair still hold?”")).toBeVisible();
  await expect(told.getByRole("listitem").filter({ hasText: "Dana Reyes" })).toContainText("acknowledged");
  await expect(told.getByRole("listitem").filter({ hasText: "Lee Marsh" })).not.toContainText("acknowledged");
});

test("J9: version 1 and version 2 stand beside each other, with the reasons between them", async () => {
  await page.goto(`${milepost.url}/p/ros/roadmap`);
  await page.getByRole("button", { name: /^Baseline \d/ }).click();
  await page.getByRole("menuitem", { name: "What has changed since…" }).click();
  const dialog = page.getByRole("dialog", { name: "What changed between versions" });
  await dialog.getByLabel("From").click();
  await page.getByRole("option", { name: /^Baseline 1/ }).click();
  await dialog.getByLabel("Compared with").click();
  await page.getByRole("option", { name: /^Baseline 2/ }).click();
  await expect(
    dialog.getByText(/Target: .*5 Mar.* → .*15 Mar.* \(6 working days later\)/).first(),
  ).toBeVisible();
  await expect(dialog.getByRole("region", { name: "Adjusted between them" })).toContainText(
    "Client input late",
  );
  await expect(dialog.getByRole("region", { name: "Adjusted between them" })).toContainText(
    "told in publication 2",
  );
});
