import { readFileSync } from "node:fs";
import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { DANA, inDays, joinByMail, projectOfRosa } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { type MovedClock, movedClock } from "./move-clock.ts";
import {
  after,
  begin,
  type CaseMilestone,
  cardIn,
  cardsOf,
  choose,
  OBJECTIVES,
  OUTLINE,
  paste,
  planOf,
  TITLES,
  workOff,
} from "./rosa-case.ts";
import { JO, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const WEEK = 7 * 24 * 60;
const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

let clock: MovedClock;
let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let projectId: string;
let page: Page;
let jo: Page;
/** Dana's phone: no account, no JavaScript. */
let dana: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  dana = await (await browser.newContext(PHONE)).newPage();
  clock = movedClock();
  mailbox = await openMailbox();
  const env = { ...clock.env, SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" };
  milepost = await startMilepost({ env });
  owner = await setUp(milepost.url);
  ({ projectId } = await projectOfRosa(owner));
  await joinByMail(owner, mailbox, JO, projectId);
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
  jo = await (await windowOf(browser, milepost.url, await signIn(milepost.url, JO))).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("Three objectives say why", async () => {
  await page.goto(`${milepost.url}/p/ros/plan`);
  for (const { statement, measure, unit, from, to } of OBJECTIVES) {
    const line = page.getByPlaceholder("One sentence: what will be different?");
    await line.fill(statement);
    await line.press("Enter");
    const objective = page.getByRole("region", { name: statement });
    await expect(objective).toBeVisible();
    await objective.getByRole("button", { name: `Edit ${statement}` }).click();
    await objective.getByLabel("Measured by").fill(measure);
    await objective.getByLabel("From", { exact: true }).fill(from);
    await objective.getByLabel("To", { exact: true }).fill(to);
    await objective.getByLabel("Unit").fill(unit);
    await objective.getByLabel("By", { exact: true }).fill(inDays(240));
    await objective.getByRole("button", { name: "Save" }).click();
    for (const lit of ["Specific, yes", "Measurable, yes", "Time-bound, yes"])
      await expect(objective.getByRole("listitem").filter({ hasText: lit })).toBeVisible();
  }
});

test("Five milestones make the plan", async () => {
  test.setTimeout(120_000);
  await page.goto(`${milepost.url}/p/ros/assistant?step=2`);
  await paste(page.getByRole("textbox", { name: "Milestone", exact: true }), OUTLINE);
  await page.getByRole("button", { name: "Add 5 milestones and 15 activities" }).click();
  await page.getByRole("button", { name: /^Next/ }).click();
  for (const [n, title] of TITLES.entries()) {
    await page.getByRole("textbox", { name: `M${n + 1} is done when` }).fill(`Dana has seen: ${title}`);
    await page.keyboard.press("Enter");
    await expect(page.getByText(`Dana has seen: ${title}`)).toBeVisible();
  }
  await choose(page, "Owner", "Amara Okafor");
  await choose(page, "Who decides", `${DANA.name} (client)`);
  await choose(page, "Objectives", OBJECTIVES[0]?.statement ?? "");
  await page
    .getByRole("textbox", { name: /^Payment/ })
    .first()
    .fill("3000");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "The owner of M1 for 4 more" }).click();
  await page.getByRole("button", { name: "The decider of M1 for 4 more" }).click();
  await page.getByRole("button", { name: "The objective of M1 for 4 more" }).click();
  await choose(page, "Objectives", OBJECTIVES[1]?.statement ?? "", 2);
  await choose(page, "Objectives", OBJECTIVES[2]?.statement ?? "", 4);
  await expect(page.getByRole("combobox", { name: "Who decides" }).nth(4)).toHaveValue(
    `${DANA.name} (client)`,
  );
  await page.getByRole("button", { name: /^Next/ }).click();
  await page
    .getByRole("group", { name: "All without an estimate" })
    .getByRole("button", { name: "L" })
    .click();
  await choose(page, "Who does all that nobody is on", JO.name);
  await expect(page.getByText(/Nobody is on/)).toBeHidden();
  await page.getByRole("button", { name: "Take these dates" }).click();
  await expect(page.getByRole("button", { name: "These are the plan's dates" })).toBeVisible();
  const { milestones } = await planOf(owner, projectId);
  expect(milestones.map(({ title }) => title)).toEqual(TITLES);
  expect(milestones.every(({ targetOn }) => targetOn !== null)).toBe(true);
  for (const [n, { id }] of milestones.slice(1).entries())
    await owner.call("POST", `/projects/${projectId}/dependencies`, {
      from: { kind: "milestone", id: milestones[n]?.id },
      to: { kind: "milestone", id },
    });
});

test("The client says what they think", async () => {
  await page.goto(`${milepost.url}/p/ros/publish`);
  await page.getByRole("button", { name: "Show all to client" }).click();
  await page.getByRole("link", { name: "Ask what people think first" }).click();
  await page.getByLabel(`${DANA.name}, of the client`).check();
  await page.getByLabel(`${JO.name}, colleague`).check();
  await page.getByLabel("Answer by").fill(inDays(3));
  await page.getByLabel("What you would like to know").fill("Do the dates fit?");
  await page.getByLabel(/^Why it is sent/).fill("The rest is agreed by word of mouth");
  await page.getByRole("button", { name: "Ask for input" }).click();
  await expect(page.getByRole("table", { name: "Who was asked" }).getByRole("row")).toHaveCount(3);

  const before = await milestones();
  await dana.goto(linkIn(await mailbox.next(DANA.email, /what do you think/)));
  const design = dana.locator("section").filter({ hasText: "Design approved" });
  await design.getByText("Propose something else").click();
  await design.getByLabel("Another date").fill(after(before[1]?.targetOn, 28));
  await design.getByLabel("Why?").fill("We are at the fair that week");
  await design.getByRole("button", { name: "Send the proposal" }).click();
  await expect(dana.getByText("Your proposal is there.", { exact: false })).toBeVisible();

  await page.reload();
  const proposal = page.getByRole("listitem").filter({ hasText: "We are at the fair" });
  await expect(proposal.getByText(/ROS-M3 Content ready moves along/)).toBeVisible();
  await proposal.getByRole("button", { name: "Accept into the draft" }).click();
  await expect(proposal.getByText(/· accepted/)).toBeVisible();
  expect((await milestones())[1]?.targetOn).toBe(after(before[1]?.targetOn, 28));
});

test("The client approves the plan", async () => {
  await page.goto(`${milepost.url}/p/ros/publish`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await mailbox.next(DANA.email, /^Rosa site: The plan has changed/);
  await page.goto(`${milepost.url}/p/ros/approvals`);
  await page.getByRole("button", { name: "Ask for a decision" }).first().click();
  const dialog = page.getByRole("dialog", { name: "Ask for a decision" });
  await dialog.getByRole("combobox", { name: "What is asked" }).click();
  await page.getByRole("option", { name: "Is the plan right?" }).click();
  await dialog.getByLabel("The question, in one sentence").fill("Shall we work by this plan?");
  await dialog.getByRole("button", { name: "Look at it first" }).click();
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog).toBeHidden();
  await dana.goto(linkIn(await mailbox.next(DANA.email, /^Rosa site: decide on Rosa site/)));
  await dana.getByRole("button", { name: "Approve" }).click();
  await expect(dana.getByText("This device is asked only once")).toBeVisible();
  const { text } = await mailbox.next(DANA.email, /^Your code for Studio Birch/);
  await dana.getByLabel("Code").fill(/\b\d{6}\b/.exec(text)?.[0] ?? "");
  await dana.getByRole("button", { name: "Go on" }).click();
  await expect(dana.getByRole("button", { name: "Undo" })).toBeVisible();
});

test("Cards carry the work", async () => {
  expect(new Set((await milestones()).map(({ state }) => state))).toEqual(new Set(["agreed"]));
  await jo.goto(`${milepost.url}/p/ros/board`);
  await expect(cardIn(jo, "To do", "Talk to Rosa")).toBeVisible();
  for (const title of ["Talk to Rosa", "Write the brief"]) {
    await jo.locator("article").filter({ hasText: title }).getByRole("link").focus();
    for (const column of ["Doing", "Done"]) {
      await jo.keyboard.press("Shift+ArrowRight");
      await expect(cardIn(jo, column, title)).toBeVisible();
    }
  }
  await jo.reload();
  await expect(cardIn(jo, "To do", "Read it with her")).toBeVisible();
  await jo.keyboard.press("c");
  await expect(jo.getByRole("combobox", { name: "New card" })).toBeFocused();
  await jo.keyboard.type("Photograph the shop @jo >brief ~4h +3d ");
  await jo.keyboard.press("Enter");
  await expect(cardIn(jo, "To do", "Photograph the shop")).toContainText("4 h");
  await jo.keyboard.press("Escape");
  await expect.poll(async () => (await milestones())[0]?.state).toBe("active");
});

test("The forecast answers when", async () => {
  clock.goOn(WEEK);
  const build = (await cardsOf(owner, projectId)).find(({ title }) => title === "Build the pages");
  await jo.goto(`${milepost.url}/c/ROS-${build?.number}`);
  await jo.getByLabel("Likely").fill("160h");
  await jo.keyboard.press("Enter");
  await expect.poll(async () => (await milestones())[3]?.health?.word).toBe("off_track");
  await page.goto(`${milepost.url}/m/ROS-M4`);
  await expect(page.getByRole("region", { name: "Expected" })).toContainText(
    /Likely by .*, safe by .*% chance/,
  );
  await page.getByRole("button", { name: /^Off track/ }).click();
  await expect(page.getByRole("dialog").getByRole("listitem").first()).toBeVisible();
});

test("A weekly review finds the slip", async () => {
  await page.goto(`${milepost.url}/p/ros/review`);
  await page.getByRole("button", { name: "Start the review" }).press("Enter");
  await page.getByLabel("Orders today").fill("126");
  await page.getByLabel("Orders today").press("Enter");
  for (const title of TITLES.slice(0, 4)) {
    await page.keyboard.press("j");
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
  }
  const slip = page.getByRole("region", { name: "Shop live" });
  await expect(slip.getByRole("button", { name: /^Off track/ })).toBeVisible();
  await page.keyboard.press("m");
  await expect(slip.getByLabel("Move to")).toBeFocused();
  await expect(slip.getByRole("status")).toContainText(/^M4 → .*; M5 → .*Clients read the old date/);
  await page.keyboard.press("Enter");
  await expect(slip.getByText(/^Moved to/)).toBeVisible();
  await slip.getByRole("combobox", { name: "Reason" }).selectOption("Estimate was too low");
  await slip.getByLabel("Note for the client").fill("The pages are more work than we thought.");
  await slip.getByLabel("Action").fill("@jo look for help with the pages +5d");
  await slip.getByLabel("Action").press("Enter");
  await expect(slip.getByRole("list", { name: "Actions" })).toContainText("look for help with the pages");
  await page.keyboard.press("Escape");
});

test("The plan is adjusted, and told", async () => {
  await page.goto(`${milepost.url}/p/ros/review?at=close`);
  await expect(page.getByText("2 milestones changed and the client does not know yet.")).toBeVisible();
  await page.getByRole("link", { name: "Publish to team and client" }).first().click();
  await expect(page.getByRole("textbox", { name: "For the client" })).toHaveValue(
    /Shop live[\s\S]*The pages are more work/,
  );
  await expect(page.getByRole("textbox", { name: "For the team" })).toHaveValue(/estimate was too low/);
  const published = page.getByText(/plan version 3$/);
  // A forecast that comes between looking and publishing asks for another look.
  await expect(async () => {
    if (!(await published.isVisible()))
      await page.getByRole("button", { name: "Publish", exact: true }).click();
    await expect(published).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await page.goto(`${milepost.url}/p/ros/review?at=close`);
  await page.getByRole("button", { name: "Close the review" }).click();
  await expect(page.getByText(/^Kept unchanged as [0-9a-f]{64}$/)).toBeVisible();
  const told = await mailbox.next(DANA.email, /^Rosa site: The plan has changed/);
  expect(told.text).toContain("The pages are more work than we thought.");
  expect(told.text).not.toContain("Jo Lindqvist");
  await mailbox.next(JO.email, /^Rosa site: plan version 3 is published/);
});

test("Everybody has read it", async () => {
  await dana.goto(`${milepost.url}/portal/studio-birch/ros`);
  await dana.getByRole("link", { name: "Updates", exact: true }).click();
  await dana.getByRole("button", { name: "I have read this" }).first().click();
  await expect(dana.getByText(/^You have read this: /)).toBeVisible();
  await jo.goto(`${milepost.url}/p/ros/updates`);
  await jo.getByRole("button", { name: "Acknowledge" }).first().click();
  await page.goto(`${milepost.url}/p/ros/updates`);
  await expect(page.getByText("2 of 3 acknowledged")).toBeVisible();
  await page.goto(`${milepost.url}/p/ros/trend`);
  await expect(page.getByText(/M4 moved once/)).toBeVisible();
});

test("Every milestone is signed off", async () => {
  test.setTimeout(180_000);
  for (const [at, title] of TITLES.entries()) {
    clock.goOn(WEEK);
    await workOff(owner, projectId, title);
    await page.goto(`${milepost.url}/m/ROS-M${at + 1}`);
    await page.getByRole("radio", { name: "Met", exact: true }).press("Space");
    await expect(page.getByRole("region", { name: "Done when (1 of 1 met)" })).toBeVisible();
    await page.getByRole("button", { name: "Ask for a decision" }).click();
    const dialog = page.getByRole("dialog", { name: "Ask for a decision" });
    await expect(dialog.getByLabel("The question, in one sentence")).toHaveValue(`Is “${title}” done?`);
    await dialog.getByRole("button", { name: "Look at it first" }).click();
    await dialog.getByRole("button", { name: "Send" }).click();
    await expect(dialog).toBeHidden();
    await dana.goto(linkIn(await mailbox.next(DANA.email, new RegExp(`^Rosa site: decide on ${title}`))));
    await dana.getByRole("button", { name: "Approve" }).click();
    await expect(dana.getByRole("heading", { name: `Approved. ${title} is reached.` })).toBeVisible();
    expect((await milestones())[at]?.state).toBe("accepted");
  }
  await page.goto(`${milepost.url}/p/ros/approvals`);
  await expect(page.getByRole("row", { name: /Results presented/ })).toContainText("Approved");
});

test("The project leaves a lesson", async () => {
  await page.goto(`${milepost.url}/p/ros`);
  const last = page.getByRole("status", { name: "Results presented is reached" });
  await last.getByRole("link", { name: "Look back and complete" }).click();
  await expect(page.getByText(/of 5 safe dates held/)).toBeVisible();
  await page.getByLabel("In a sentence: what is different now?").fill("Rosa takes orders at night.");
  await page.getByLabel("What do we change?").fill("Estimate pages by the piece.");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await page.getByRole("button", { name: "Hold the retrospective" }).click();
  await expect(page.getByText(/^Held on /)).toBeVisible();
  await begin(owner, projectId);
  await page.reload();
  await page.getByRole("button", { name: "Complete the project" }).click();
  await expect(page.getByRole("region", { name: "Delivery record" })).toBeVisible();
});

test("The tour tells the same case, part by part", () => {
  const tour = readFileSync(new URL("../docs/tour.md", import.meta.url), "utf8");
  const headings = [...tour.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  const own = readFileSync(new URL(import.meta.url), "utf8");
  const parts = [...own.matchAll(/^test\("([^"]+)"/gm)].map(([, part]) => part);
  expect(parts.slice(0, -1)).toEqual(headings);
});

async function milestones(): Promise<CaseMilestone[]> {
  return (await planOf(owner, projectId)).milestones;
}
