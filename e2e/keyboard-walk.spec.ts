import { expect, type Page, test } from "@playwright/test";
import { OWNER, setUp } from "./account.ts";
import { DANA } from "./client-project.ts";
import { type Milepost, startMilepost } from "./milepost.ts";

/** Further than this nobody presses Tab. */
const TABS = 90;

let milepost: Milepost;
let page: Page;

test.describe.configure({ mode: "serial" });

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  milepost = await startMilepost();
  await setUp(milepost.url);
  page = await (await browser.newContext()).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

/* With keys alone, by the names a screen reader says. */

test("U11: somebody signs in, and begins a project for a client nobody knew", async () => {
  await page.goto(milepost.url);
  await expect.poll(focused).toContain('textbox "Mail address"');
  await page.keyboard.type(OWNER.email);
  await tabTo('textbox "Password"');
  await page.keyboard.type(OWNER.password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("navigation", { name: "Places" })).toBeVisible();

  await run("New project");
  await heading("New project");
  await tabTo('textbox "Name"');
  await page.keyboard.type("Rosa site");
  await tabTo('combobox "Client"');
  await page.keyboard.type("Rosa Bakery");
  await expect(page.getByRole("option", { name: "Add client “Rosa Bakery”" })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("combobox", { name: "Client" })).toHaveValue("Rosa Bakery");
  await tabTo('button "Create project"');
  await page.keyboard.press("Enter");
  await heading("Nothing is planned yet.");
  await expect.poll(focused).toMatch(/^main/);
});

test("U11: an objective and a milestone with its day make the plan", async () => {
  await tabTo('link "Plan"');
  await page.keyboard.press("Enter");
  await tabTo('textbox "Objective"');
  await page.keyboard.type("More orders");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "More orders" })).toBeVisible();
  await tabTo('textbox "Milestone"');
  await page.keyboard.type("Shop is open");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("link", { name: "Shop is open" })).toBeVisible();
  expect(await focused()).toContain('textbox "Milestone"');
  await tabTo('textbox "Target date of Shop is open"', "Shift+Tab");
  await tabTo('textbox "Objective"', "Shift+Tab");
  await tabTo('textbox "Target date of Shop is open"');
  await page.keyboard.type(`0312${new Date().getFullYear() + 1}`);
  await tabTo('link "M1 Shop is open"', "Shift+Tab");
  await page.keyboard.press("Enter");
  await heading("Shop is open");
  await expect.poll(focused).toMatch(/^main/);
});

test("U11: a card is written and moved on the board", async () => {
  await page.keyboard.press("g");
  await page.keyboard.press("b");
  await heading("Board");
  await expect.poll(focused).toContain('combobox "New card"');
  await page.keyboard.type("Write the menu >shop ~4h ");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect.poll(focused).toContain('button "Add card"');
  await expect(page.getByRole("link", { name: "Write the menu" })).toBeVisible();
  await tabTo('link "Write the menu"', "Shift+Tab");
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByRole("region", { name: /^Doing/ }).getByText("Write the menu")).toBeVisible();
  await expect.poll(focused).toContain("Write the menu");
});

test("U11: the client gets a person, and the plan is published", async () => {
  await tabTo('link "Publish', "Shift+Tab");
  await page.keyboard.press("Enter");
  await heading("Publish");
  await tabTo(`link "Give one of the client's people`);
  await page.keyboard.press("Enter");
  await tabTo('link "Add people at clients"');
  await page.keyboard.press("Enter");
  await heading("Clients");
  await tabTo('textbox "Person"');
  await page.keyboard.type(DANA.name);
  await tabTo('textbox "Mail address"');
  await page.keyboard.type(DANA.email);
  await page.keyboard.press("Enter");
  await expect(page.getByText(DANA.email)).toBeVisible();

  await run("Rosa site");
  await expect(page.getByRole("navigation", { name: "Project" })).toBeVisible();
  await tabTo('link "Edit head page"');
  await page.keyboard.press("Enter");
  await tabTo(`combobox "What ${DANA.name} is on this project"`);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await tabTo('link "Publish', "Shift+Tab");
  await page.keyboard.press("Enter");
  await tabTo('button "Show “Shop is open” to the client"');
  await page.keyboard.press("Enter");
  await expect(page.getByRole("region", { name: "What changes for the client" })).toContainText("M1");
  await tabTo('textbox "For the client"');
  await page.keyboard.press("Control+Enter");
  await expect(page.getByRole("complementary", { name: "Being published" })).toBeVisible();
  await expect(page.getByText(/plan version 1$/)).toBeVisible();
});

/** Nothing but Tab, until what has the focus is called that. */
async function tabTo(what: string | RegExp, key = "Tab"): Promise<void> {
  const passed: string[] = [];
  for (let tab = 0; tab < TABS; tab++) {
    await page.keyboard.press(key);
    const now = await focused();
    if (typeof what === "string" ? now.includes(what) : what.test(now)) return;
    passed.push(now);
  }
  throw new Error(`Tab never came to ${what}, only to:\n${passed.join("\n")}`);
}

/** Role, name and value of what has the focus, as a screen reader says it. */
async function focused(): Promise<string> {
  const focus = page.locator("*:focus");
  if ((await focus.count()) === 0) return "nothing";
  return (await focus.first().ariaSnapshot()).split("\n")[0]?.replace(/^- /, "") ?? "";
}

async function run(command: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await expect.poll(focused).toMatch(/combobox|searchbox|textbox/);
  await page.keyboard.type(command);
  await expect(page.getByRole("option", { name: command }).first()).toBeVisible();
  await page.keyboard.press("Enter");
}

async function heading(name: string): Promise<void> {
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}
