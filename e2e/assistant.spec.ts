import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Api } from "./account.ts";
import { violations } from "./axe.ts";
import type { Milepost } from "./milepost.ts";
import { stageWith } from "./team.ts";

test.describe.configure({ mode: "serial" });
test.setTimeout(60_000);

interface PlanSeen {
  milestones: { title: string; state: string; targetOn: string | null; objectiveIds: string[] }[];
  baselines: { n: number }[];
}

const OUTLINE = `Brief agreed
    Talk to Rosa
    Write the brief
    Read it with her
Design
    Draw the shop
    Show it
    Change it
Shop live
    Build the pages
    Fill in the products
    Test the payment`;

let milepost: Milepost;
let owner: Api;
let projectId: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  ({ milepost, owner, projectId, page } = await stageWith(browser, { name: "Shop", key: "SHOP" }));
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("S4: an objective gets its number and its day, and its words light up", async () => {
  await page.goto(`${milepost.url}/p/shop`);
  await page.getByRole("link", { name: "Start planning" }).click();
  await page.getByRole("textbox", { name: "Objective" }).fill("More online orders for Rosa Bakery");
  await page.keyboard.press("Enter");
  const step = page.getByRole("region", { name: "Objective", exact: true });
  await step.getByLabel("Measured by").fill("Orders a week");
  await step.getByRole("textbox", { name: "From" }).fill("120");
  await step.getByRole("textbox", { name: "To", exact: true }).fill("150");
  await step.getByLabel("By", { exact: true }).fill("2031-06-30");
  await expect(word(step, "Measurable, yes")).toBeVisible();
  await step.getByRole("button", { name: "Save" }).click();
  await expect(step.getByText("Orders a week 120 → 150")).toBeVisible();
});

test("S4: a pasted outline becomes milestones with activities; a title that is no outcome says so", async () => {
  await page.getByRole("button", { name: /^Next/ }).click();
  const line = page.getByRole("textbox", { name: "Milestone", exact: true });
  await paste(line, OUTLINE);
  await page.getByRole("button", { name: "Add 3 milestones and 9 activities" }).click();
  await expect(page.getByText(/“Design” does not say/)).toBeVisible();
  const title = page.getByRole("textbox", { name: "Title of M2" });
  await title.fill("Design approved");
  await title.press("Enter");
  await expect(page.getByText(/“Design” does not say/)).toBeHidden();
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Title of M2" })).toHaveValue("Design approved");
});

test("S4: who, what and when it is done; what is the same is filled down", async () => {
  await page.getByRole("button", { name: /^Next/ }).click();
  for (const [n, text] of ["Rosa has signed it", "Rosa says yes to it", "A real order came in"].entries()) {
    await page.getByRole("textbox", { name: `M${n + 1} is done when` }).fill(text);
    await page.keyboard.press("Enter");
    await expect(page.getByText(text)).toBeVisible();
  }
  await page.getByRole("combobox", { name: "Owner" }).first().click();
  await page.getByRole("option", { name: "Amara Okafor" }).click();
  await page.getByRole("button", { name: "The owner of M1 for 2 more" }).click();
  await expect(page.getByRole("combobox", { name: "Owner" }).nth(2)).toHaveValue("Amara Okafor");
});

test("S4: the dates come from the work and who is there for it; a wish has its chance and its ways", async () => {
  await page.getByRole("button", { name: /^Next/ }).click();
  await expect(page.getByText(/Not enough data/).first()).toBeVisible();
  await page
    .getByRole("group", { name: "All without an estimate" })
    .getByRole("button", { name: "L" })
    .click();
  await expect(page.getByText(/Nobody is on 9 activities/)).toBeVisible();
  await page.getByRole("combobox", { name: "Who does all that nobody is on" }).click();
  await page.getByRole("listbox").getByRole("option", { name: "Amara Okafor" }).click();
  await expect(page.getByText(/Nobody is on/)).toBeHidden();
  const days = async () => (await plan()).milestones.map(({ targetOn }) => targetOn);
  await page.getByRole("button", { name: "Take these dates" }).click();
  await expect(page.getByRole("button", { name: "These are the plan's dates" })).toBeVisible();
  const taken = await days();
  expect(taken.every((day) => day !== null)).toBe(true);
  await page.getByText("9 in 10", { exact: true }).click();
  await page.getByRole("button", { name: "Take these dates" }).click();
  await expect.poll(days).not.toEqual(taken);
  expect((await days()).every((day, n) => (day ?? "") >= (taken[n] ?? "9999"))).toBe(true);

  await page.getByRole("button", { name: /^Why, or another day. M3/ }).click();
  await page.getByRole("button", { name: "What can be promised?" }).click();
  const wish = page.getByLabel("A day you would like");
  await wish.fill(taken[0] ?? "");
  await expect(page.getByText(/% chance of/).last()).toBeVisible();
  await expect(page.getByText(/^Ways to be sure in 8 of 10 cases/)).toBeVisible();
  await expect(page.getByText(/^Move it to/)).toBeVisible();
  expect(page.workers().map((worker) => new URL(worker.url()).origin)).toEqual([milepost.url]);
  expect(await violations(page, "assistant with a wish")).toEqual([]);
});

test("S4: the check is mended in one click, and the plan is kept with its cards on the board", async () => {
  await page.getByRole("button", { name: "Next: plan check" }).click();
  const review = page.getByRole("button", { name: /^Review every/ });
  await review.click();
  await expect(review).toBeHidden();
  await page.getByRole("button", { name: /^Next/ }).click();
  await page.getByRole("button", { name: "Mark 3 as agreed" }).click();
  await expect
    .poll(async () => (await plan()).milestones.map(({ state }) => state))
    .toEqual(["agreed", "agreed", "agreed"]);
  await page.getByRole("button", { name: "Keep this plan" }).click();
  await expect(page.getByText("Kept as version 1").first()).toBeVisible();
  expect((await plan()).baselines).toHaveLength(1);
  await page.getByRole("link", { name: "Go to the board" }).click();
  await expect(page.getByText("Test the payment").first()).toBeVisible();
});

test("S4: milestones of a kind of work come into a plan that is there, and go again", async () => {
  await page.goto(`${milepost.url}/p/shop/assistant?step=2`);
  await page.getByRole("button", { name: "Add milestones of a kind of work" }).click();
  await page.getByText("Brand identity", { exact: true }).click();
  const add = page.getByRole("button", { name: /^Add \d+ milestones$/ });
  const count = Number(/\d+/.exec((await add.textContent()) ?? "")?.[0]);
  await page.getByRole("checkbox").last().click();
  await page.getByRole("button", { name: `Add ${count - 1} milestones` }).click();
  await expect.poll(async () => (await plan()).milestones.length).toBe(3 + count - 1);
  expect((await plan()).milestones.every(({ objectiveIds }) => objectiveIds.length === 1)).toBe(true);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await plan()).milestones.length).toBe(3);
});

function plan(): Promise<PlanSeen> {
  return owner.call("GET", `/projects/${projectId}/plan`);
}

function word(step: Locator, text: string): Locator {
  return step.getByRole("listitem").filter({ hasText: text });
}

async function paste(line: Locator, text: string): Promise<void> {
  await line.evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}
