import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { DANA, inDays, joinByMail, LEE, projectOfRosa } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let projectId: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "2" } });
  owner = await setUp(milepost.url);
  projectId = await planned();
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("J5: gaps are named before anything is sent, and two contacts and a colleague are asked with a reason", async () => {
  await page.goto(`${milepost.url}/p/ros/publish`);
  await page.getByRole("link", { name: "Ask what people think first" }).click();
  await expect(page.getByText("The project says no outcome.")).toBeVisible();
  for (const name of [DANA.name, LEE.name]) await page.getByLabel(`${name}, of the client`).check();
  await page.getByLabel(`${JO.name}, colleague`).check();
  await page.getByLabel("Answer by").fill(inDays(3));
  await page.getByLabel("What you would like to know").fill("Do the dates fit?");
  await expect(page.getByRole("button", { name: "Ask for input" })).toBeDisabled();
  await page.getByLabel(/^Why it is sent/).fill("The outcome is agreed by word of mouth");
  await page.getByRole("button", { name: "Ask for input" }).click();
  const asked = page.getByRole("table", { name: "Who was asked" });
  await expect(asked.getByRole("row")).toHaveCount(4);
  await expect(page.getByText(/The outcome is agreed by word of mouth/)).toBeVisible();
});

test("J5: Dana reads the plan on a phone, without account and JavaScript, comments and proposes a later date", async ({
  browser,
}) => {
  const link = linkIn(await mailbox.next(DANA.email, /what do you think/));
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled: false });
  const dana = await phone.newPage();
  await dana.goto(link);
  await expect(dana.getByRole("heading", { name: "What do you think of the plan?" })).toBeVisible();
  await expect(dana.getByText("Do the dates fit?")).toBeVisible();
  const content = dana.locator("section").filter({ hasText: "Content ready" });
  await expect(content.getByRole("listitem").filter({ hasText: "All pages have copy" })).toBeVisible();
  await expect(dana.getByText(/ZEBRA/)).toHaveCount(0);

  await content.getByLabel("Comment").fill("Who writes the copy?");
  await content.getByRole("button", { name: "Send the comment" }).click();
  await expect(dana.getByText("Your comment is there.")).toBeVisible();
  await expect(content.getByText("Who writes the copy?")).toBeVisible();

  await content.getByText("Propose something else").click();
  await content.getByLabel("Another date").fill(inDays(75));
  await content.getByLabel("Why?").fill("Legal needs two weeks");
  await content.getByRole("button", { name: "Send the proposal" }).click();
  await expect(dana.getByText("Your proposal is there. You see the answer here.")).toBeVisible();
  await expect(content.getByText("waiting for an answer")).toBeVisible();
  await dana.getByRole("button", { name: "I have said all I wanted to" }).click();
  await expect(dana.getByText(/^Thank you/)).toBeVisible();
  await phone.close();
});

test("J5: the owner sees what the later date does to what follows, and takes it into the draft", async () => {
  await page.goto(`${milepost.url}/p/ros/input`);
  const proposal = page.getByRole("listitem").filter({ hasText: "Legal needs two weeks" });
  await expect(proposal.getByText(/ROS-M2 Launch moves along/)).toBeVisible();
  await proposal.getByLabel("Your answer").fill("That fits.");
  await proposal.getByRole("button", { name: "Accept into the draft" }).click();
  await expect(proposal.getByText(/· accepted/)).toBeVisible();
  const { milestones } = await owner.call<{ milestones: { title: string; targetOn: string }[] }>(
    "GET",
    `/projects/${projectId}/plan`,
  );
  expect(milestones.find(({ title }) => title === "Content ready")?.targetOn).toBe(inDays(75));
  await page.getByRole("button", { name: "Close the round" }).click();
  await expect(page.getByRole("heading", { name: "Asked before" })).toBeVisible();
});

/** A project of Rosa Bakery with a plan of two milestones that follow each other, and one of the team's own. */
async function planned(): Promise<string> {
  const { projectId: id } = await projectOfRosa(owner);
  await joinByMail(owner, mailbox, JO, id);
  const add = (title: string, days: number, audience: string) =>
    owner.call<{ id: string }>("POST", `/projects/${id}/milestones`, {
      title,
      targetOn: inDays(days),
      audience,
    });
  const content = await add("Content ready", 40, "client");
  const launch = await add("Launch", 60, "client");
  await add("ZEBRA internal rehearsal", 50, "team");
  await owner.call("POST", `/milestones/${content.id}/criteria`, { text: "All pages have copy" });
  await owner.call("POST", `/projects/${id}/dependencies`, {
    from: { kind: "milestone", id: content.id },
    to: { kind: "milestone", id: launch.id },
  });
  return id;
}
