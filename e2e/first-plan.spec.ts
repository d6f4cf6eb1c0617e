import { expect, type Locator, type Page, test } from "@playwright/test";
import { OWNER, signIn } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO } from "./team.ts";

let milepost: Milepost;
test.beforeAll(async () => {
  milepost = await startMilepost();
});
test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

/** Letters a second at 40 words a minute, and what it takes a newcomer to find what to click. */
const LETTERS = (40 * 5) / 60;
const FIND_MS = 3_000;

test("U1: from the first start to a plan of five milestones and two people that is kept", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const { used, click, type, choose } = newcomerOn(page);
  const began = performance.now();

  await page.goto(`${milepost.url}/setup`);
  await type(page.getByLabel("Your name"), OWNER.name, true);
  await type(page.getByLabel("Mail address"), OWNER.email);
  await type(page.getByLabel("Password", { exact: true }), OWNER.password);
  await type(page.getByLabel("Name of your business"), OWNER.workspaceName, true);
  await click(page.getByRole("button", { name: "Start" }));

  await click(page.getByRole("button", { name: "Create" }));
  await click(page.getByRole("menuitem", { name: "Invite a person" }));
  await type(page.getByRole("textbox", { name: "Mail address" }), JO.email);
  await click(page.getByRole("button", { name: "Invite", exact: true }));
  const link = await page.getByRole("textbox", { name: /link/i }).inputValue();
  await joinWith(link);

  await click(page.getByRole("button", { name: "Create" }));
  await click(page.getByRole("menuitem", { name: "New project" }));
  await type(page.getByRole("textbox", { name: "Name" }), "Rosa Bakery", true);
  await click(page.getByText("Marketing strategy", { exact: true }));
  await choose(/Strategist|Project lead|lead/i, OWNER.name);
  await click(page.getByRole("button", { name: /^Create project/ }));

  await page.waitForURL(/\/p\//);
  await click(page.getByRole("link", { name: "Plan", exact: true }));
  await click(page.getByRole("link", { name: "Planning assistant" }));
  await click(page.getByRole("button", { name: /Dates from availability/ }));
  await choose("Add somebody to the project", JO.name);
  await expect(page.getByText("is on the project")).toBeVisible();
  await choose("Who does all that nobody is on", JO.name);
  await click(page.getByRole("button", { name: "Take these dates" }));
  await click(page.getByRole("button", { name: /Keep the plan/ }));
  await click(page.getByRole("button", { name: "Keep this plan" }));
  await expect(page.getByText("Kept as version 1").first()).toBeVisible();

  const seconds = (performance.now() - began + used.clicks * FIND_MS) / 1000 + used.letters / LETTERS;
  console.log(
    `U1: ${used.clicks} clicks, ${used.fields} fields, ${Math.round(seconds)} s at 40 words a minute`,
  );
  expect(used.clicks).toBeLessThanOrEqual(25);
  expect(used.fields).toBeLessThanOrEqual(12);
  const owner = await signIn(milepost.url);
  const { items } = await owner.call<{ items: { id: string }[] }>("GET", "/projects");
  const plan = await owner.call<{
    milestones: { targetOn: string | null }[];
    baselines: unknown[];
  }>("GET", `/projects/${items[0]?.id}/plan`);
  expect(plan.milestones).toHaveLength(5);
  expect(plan.milestones.every(({ targetOn }) => targetOn !== null)).toBe(true);
  expect(plan.baselines).toHaveLength(1);
});

/** Acts on a page that are counted. */
function newcomerOn(page: Page) {
  const used = { clicks: 0, fields: 0, letters: 0 };
  const click = async (on: Locator) => {
    used.clicks++;
    await on.click();
  };
  /** A name is what people bring along: it costs its letters, not a field. */
  const type = async (into: Locator, text: string, isName = false) => {
    used.fields += isName ? 0 : 1;
    used.letters += text.length;
    await into.fill(text);
  };
  const choose = async (label: string | RegExp, option: string) => {
    await click(page.getByRole("combobox", { name: label }).first());
    await click(page.getByRole("listbox").getByRole("option", { name: option }));
  };
  return { used, click, type, choose };
}

/** Jo takes the invitation that was handed over, somewhere else. */
async function joinWith(link: string): Promise<void> {
  const body = JSON.stringify({ token: link.split("/").at(-1), name: JO.name, password: JO.password });
  const headers = { "content-type": "application/json" };
  const url = `${milepost.url}/api/v1/invitations/accept`;
  expect((await fetch(url, { method: "POST", headers, body })).ok).toBe(true);
}
