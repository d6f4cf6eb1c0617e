import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { DANA, inDays, joinByMail, projectOfRosa, publishNow } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { movedClock } from "./move-clock.ts";
import { JO, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const clock = movedClock();

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let projectId: string;
let page: Page;
let jo: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  mailbox = await openMailbox();
  const env = { ...clock.env, SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" };
  milepost = await startMilepost({ env });
  owner = await setUp(milepost.url);
  await lastMilestoneUnderWay();
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
  jo = await (await windowOf(browser, milepost.url, await signIn(milepost.url, JO))).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("J12: the last milestone is accepted, and each person is told of it once", async ({ browser }) => {
  await page.goto(`${milepost.url}/m/ROS-M1`);
  await page.getByRole("button", { name: "Ask for a decision" }).click();
  const dialog = page.getByRole("dialog", { name: "Ask for a decision" });
  await dialog.getByRole("button", { name: "Look at it first" }).click();
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog).toBeHidden();
  const dana = await (await browser.newContext(PHONE)).newPage();
  await dana.goto(linkIn(await mailbox.next(DANA.email, /^Rosa site: decide on Shop live/)));
  await dana.getByRole("button", { name: "Approve" }).click();
  await expect(dana.getByRole("heading", { name: "Approved. Shop live is reached." })).toBeVisible();
  await dana.context().close();
  for (const person of [page, jo]) {
    await person.goto(`${milepost.url}/p/ros`);
    const moment = person.getByRole("status", { name: "Shop live is reached" });
    await expect(moment).toContainText(`Accepted by ${DANA.name}`);
    await person.waitForTimeout(2_500);
    await person.reload();
    await expect(person.getByRole("heading", { name: "Objectives" })).toBeVisible();
    await expect(moment).toHaveCount(0);
  }
});

test("J12: the client is thanked in words of one's own, when the decision stands", async () => {
  await page.goto(`${milepost.url}/m/ROS-M1`);
  await page.getByRole("button", { name: "Thank the client" }).click();
  const dialog = page.getByRole("dialog", { name: "Thank you for “Shop live”" });
  await expect(dialog.getByLabel("Your words")).toHaveValue(/Shop live/);
  await dialog.getByLabel("Your words").fill("Thank you for the night you tested the till with us.");
  await dialog.getByRole("button", { name: "Thank the client" }).click();
  await expect(page.getByRole("button", { name: "Thank-you waits" })).toBeVisible();
  // One mail a day at most: that the plan is there was today's.
  clock.goOn(25 * 60);
  const { text } = await mailbox.next(DANA.email, /^Rosa site: .*(thank you|message)/i);
  expect(text).toContain("the night you tested the till");
});

test("J12: the payment that came due stands among the payments", async () => {
  await page.goto(`${milepost.url}/payments?project=ros`);
  await expect(page.getByRole("row", { name: /Shop live/ })).toContainText("3,000");
});

test("J12: the retrospective says what came of it, and the project is completed", async () => {
  await page.goto(`${milepost.url}/p/ros/retrospective`);
  await expect(page.getByRole("region", { name: "What came of it" })).toContainText(/148/);
  const dates = page.getByRole("table", { name: "Promised and reached dates" });
  await expect(dates.getByRole("row", { name: /Shop live/ })).toContainText(/working days earlier/);
  await page.getByLabel("What do we keep?").fill("Testing at night.");
  await page.getByLabel("What do we change?").fill("Ask for pictures first.");
  await page.getByLabel("Whom do we thank?").fill("Jo");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await page.getByLabel("Action", { exact: true }).fill("Write a list of pictures");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("button", { name: "Remove “Write a list of pictures”" })).toBeVisible();
  await page.getByRole("button", { name: "Hold the retrospective" }).click();
  await expect(page.getByText(/^Held on /)).toBeVisible();
  await page.getByRole("button", { name: "Complete the project" }).click();
  await expect(page.getByRole("button", { name: "Make a delivery record" })).toBeVisible();
});

test("J12: what is left and what was agreed goes on in the next project, once", async () => {
  const next = await owner.call<{ id: string }>("POST", "/projects", { name: "Rosa shop 2", key: "ROT" });
  await page.reload();
  const carry = page.getByRole("region", { name: "Carry on" });
  await carry.getByRole("combobox", { name: "Project" }).click();
  await page.getByRole("option", { name: "Rosa shop 2" }).click();
  await carry.getByLabel("A shop in Spanish").check();
  await carry.getByRole("button", { name: "Carry 2 things on" }).click();
  await expect(carry.getByLabel("A shop in Spanish")).toHaveCount(0);
  const { cards } = await owner.call<{ cards: { title: string }[] }>("GET", `/projects/${next.id}/board`);
  expect(cards.map(({ title }) => title)).toEqual(["Write a list of pictures"]);
  const later = await owner.call<{ items: { title: string }[] }>(
    "GET",
    `/projects/${next.id}/cards?place=later`,
  );
  expect(later.items.map(({ title }) => title)).toEqual(["A shop in Spanish"]);
});

test("J12: the plan becomes a template with the durations it really had", async () => {
  await page.getByRole("button", { name: "Save as template with these real durations" }).click();
  const dialog = page.getByRole("dialog", { name: "Save as template" });
  await dialog.getByRole("button", { name: "Save as template" }).click();
  await page.getByRole("button", { name: "Look at it" }).click();
  await expect(page.getByRole("heading", { name: "Rosa site", level: 1 })).toBeVisible();
  const road = page.getByRole("img", { name: /^Road of Rosa site: Shop live on working day [12]$/ });
  await expect(road).toBeVisible();
});

/** One milestone of Rosa's with its price, promised, begun and done; a card that was put off, and a measure read. */
async function lastMilestoneUnderWay(): Promise<void> {
  const rosa = await projectOfRosa(owner);
  ({ projectId } = rosa);
  await joinByMail(owner, mailbox, JO, projectId);
  const add = <T>(path: string, body: object) =>
    owner.call<T>("POST", `/projects/${projectId}/${path}`, body);
  const objective = await add<{ id: string }>("objectives", {
    statement: "150 orders a week by summer",
    measure: "Orders",
    unit: "a week",
    baseline: 120,
    target: 150,
    targetOn: inDays(90),
  });
  await owner.call("POST", `/objectives/${objective.id}/readings`, { value: 148, onDate: inDays(0) });
  const me = await owner.call<{ person: { id: string } }>("GET", "/me");
  const { id } = await add<{ id: string }>("milestones", {
    title: "Shop live",
    targetOn: inDays(40),
    audience: "client",
    clientApproval: true,
    ownerId: me.person.id,
    priceMinor: 300_000,
  });
  await owner.call("PUT", `/milestones/${id}/objectives`, { objectiveIds: [objective.id] });
  const roles = [{ personId: rosa.contacts.dana, role: "approver" }];
  await owner.call("PUT", `/milestones/${id}/roles`, { roles });
  const { criteria } = await owner.call<{ criteria: { id: string }[] }>(
    "POST",
    `/milestones/${id}/criteria`,
    { text: "An order was paid" },
  );
  await add("cards", { title: "Build the pages", milestoneId: id, likely: 480 });
  await add("cards", { title: "A shop in Spanish", place: "later", likely: 2_400 });
  await publishNow(owner, projectId);
  for (const [expected, to] of [
    ["draft", "agreed"],
    ["agreed", "active"],
  ])
    await owner.call("POST", `/milestones/${id}/moves`, { expected, to, reason: "Agreed by word of mouth" });
  await owner.call("POST", `/criteria/${criteria[0]?.id}/answer`, { answer: "met", expected: null });
  const { revision } = await owner.call<{ revision: number }>("GET", `/projects/${projectId}`);
  let seen = revision;
  for (const state of ["proposed", "agreed", "active"])
    ({ revision: seen } = await owner.call<{ revision: number }>(
      "PATCH",
      `/projects/${projectId}`,
      { state, ...(state === "proposed" ? { securityLevel: "easy" } : {}) },
      { "if-match": `"r${seen}"` },
    ));
}
