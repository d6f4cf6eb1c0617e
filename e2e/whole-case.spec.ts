import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { DANA, joinByMail, projectOfRosa } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { type MovedClock, movedClock } from "./move-clock.ts";
import { JO, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const OBJECTIVES = [
  {
    statement: "Raise online orders to 150 a week",
    measure: "Orders",
    unit: "a week",
    from: "120",
    to: "150",
  },
  {
    statement: "Answer every question within a day",
    measure: "Hours to an answer",
    unit: "h",
    from: "40",
    to: "24",
  },
  {
    statement: "Bring 900 visits a month from search",
    measure: "Visits",
    unit: "a month",
    from: "500",
    to: "900",
  },
];
const OUTLINE = `Brief agreed
    Talk to Rosa
    Write the brief
    Read it with her
Design approved
    Draw the shop
    Show it
    Change it
Content ready
    Write the pages
    Choose pictures
    Read proofs
Shop live
    Build the pages
    Fill in the products
    Test the payment
Results presented
    Count the orders
    Write the report
    Show it to Rosa`;
const TITLES = ["Brief agreed", "Design approved", "Content ready", "Shop live", "Results presented"];

let clock: MovedClock;
let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let projectId: string;
let page: Page;
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
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("Three objectives say why", async () => {
  await page.goto(`${milepost.url}/p/ros/plan`);
  for (const { statement, measure, unit, from, to } of OBJECTIVES) {
    await page.getByPlaceholder("One sentence: what will be different?").fill(statement);
    await page.keyboard.press("Enter");
    const objective = page.getByRole("region", { name: statement });
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
  await choose("Owner", "Amara Okafor");
  await choose("Who decides", `${DANA.name} (client)`);
  await choose("Objectives", OBJECTIVES[0]?.statement ?? "");
  await page
    .getByRole("textbox", { name: /^Payment/ })
    .first()
    .fill("3000");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "The owner of M1 for 4 more" }).click();
  await page.getByRole("button", { name: "The decider of M1 for 4 more" }).click();
  await page.getByRole("button", { name: "The objective of M1 for 4 more" }).click();
  await choose("Objectives", OBJECTIVES[1]?.statement ?? "", 2);
  await choose("Objectives", OBJECTIVES[2]?.statement ?? "", 4);
  await expect(page.getByRole("combobox", { name: "Who decides" }).nth(4)).toHaveValue(
    `${DANA.name} (client)`,
  );
  await page.getByRole("button", { name: /^Next/ }).click();
  await page
    .getByRole("group", { name: "All without an estimate" })
    .getByRole("button", { name: "L" })
    .click();
  await choose("Who does all that nobody is on", JO.name);
  await expect(page.getByText(/Nobody is on/)).toBeHidden();
  await page.getByRole("button", { name: "Take these dates" }).click();
  await expect(page.getByRole("button", { name: "These are the plan's dates" })).toBeVisible();
  const { milestones } = await plan();
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

  const before = (await plan()).milestones;
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
  expect((await plan()).milestones[1]?.targetOn).toBe(after(before[1]?.targetOn, 28));
});

test("The client approves the plan", async () => {
  await page.goto(`${milepost.url}/p/ros/publish`);
  await page.getByRole("button", { name: "Publish", exact: true }).click();
  await expect(page.getByText(/plan version 1$/)).toBeVisible();
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

test("Cards carry the work", async ({ browser }) => {
  expect(new Set((await plan()).milestones.map(({ state }) => state))).toEqual(new Set(["agreed"]));
  const jo = await (await windowOf(browser, milepost.url, await signIn(milepost.url, JO))).newPage();
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
  await expect.poll(async () => (await plan()).milestones[0]?.state).toBe("active");
  await jo.context().close();
});

function plan(): Promise<{
  milestones: { id: string; title: string; state: string; targetOn: string | null }[];
}> {
  return owner.call("GET", `/projects/${projectId}/plan`);
}

async function choose(field: string, option: string, n = 0): Promise<void> {
  await page.getByRole("combobox", { name: field }).nth(n).focus();
  await page.keyboard.press("ArrowDown");
  await page.getByRole("listbox").getByRole("option", { name: option }).click();
}

async function paste(line: Locator, text: string): Promise<void> {
  await line.evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

function after(day: string | null | undefined, days: number): string {
  return new Date(Date.parse(day ?? "") + days * 86_400_000).toISOString().slice(0, 10);
}

function cardIn(on: Page, column: string, title: string): Locator {
  return on.getByRole("region", { name: column }).locator("article").filter({ hasText: title });
}
