import { expect, type Page, test } from "@playwright/test";
import { violations } from "./axe.ts";
import { type Stage, stageWith } from "./team.ts";

test.describe.configure({ mode: "serial" });

let stage: Stage;
let page: Page;
let me: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(120_000);
  stage = await stageWith(browser, { name: "Acme site", key: "ACME" });
  page = stage.page;
  me = (await stage.owner.call<{ person: { id: string } }>("GET", "/me")).person.id;
  await give("Send the invoice", { dueOn: "2020-06-12" });
  await give("Write the copy", { likely: 240 });
});

test.afterAll(async () => {
  await stage.milepost.stop();
  stage.milepost.remove();
});

const give = (title: string, more: object = {}) =>
  stage.owner.call("POST", `/projects/${stage.projectId}/cards`, { title, people: [me], ...more });
const title = (name: string) => page.getByRole("link", { name, exact: true });

test("S15: a day is worked through by keys alone", async () => {
  await page.goto(`${stage.milepost.url}/portfolio`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("t");
  await expect(title("Send the invoice")).toBeVisible();
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  await expect(title("Write the copy")).toBeFocused();

  await page.keyboard.press("e");
  await expect(page.getByRole("textbox", { name: "Another effort" })).toBeFocused();
  await page.keyboard.type("3h");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Effort of Write the copy: 3 h" })).toBeVisible();
  await expect(title("Write the copy")).toBeFocused();

  await page.keyboard.press("Shift+t");
  await expect(page.getByRole("button", { name: "Stop the clock on ACME-2" }).first()).toBeVisible();
  await page.keyboard.press("Shift+t");
  await expect(page.getByText("1 min written down on ACME-2.")).toBeVisible();

  await page.keyboard.press("k");
  await page.keyboard.press("s");
  await expect(title("Send the invoice")).toBeHidden();
  await expect(title("Write the copy")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+z");
  await expect(title("Send the invoice")).toBeVisible();

  await page.keyboard.press("z");
  await expect(page.getByText("1 of 2")).toBeVisible();
  await page.keyboard.press("s");
  await expect(title("Write the copy")).toBeFocused();
  await page.keyboard.press("z");
  expect(await violations(page, "today")).toEqual([]);
});

test("S15: what others give waits as a pill and moves no line", async () => {
  await give("Call the printer", { dueOn: "2020-06-12" });
  await expect(page.getByRole("button", { name: "1 new" })).toBeVisible();
  await expect(title("Call the printer")).toBeHidden();
  await page.keyboard.press("n");
  await expect(title("Call the printer")).toBeVisible();
  await expect(page.getByRole("button", { name: "1 new" })).toBeHidden();
});

test("S15: without a connection it stays readable, and is called a copy", async () => {
  await page.context().setOffline(true);
  await expect(page.getByText(/^This is a copy from/)).toBeVisible();
  await expect(title("Call the printer")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/^This is a copy from/)).toBeHidden({ timeout: 20_000 });
});

test("S12: time off is two presses away, and comes back with one", async () => {
  await page.getByRole("button", { name: "Take time off" }).click();
  await page.getByRole("menuitem", { name: /^Tomorrow/ }).click();
  await expect(page.getByText(/^You are away /)).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone.")).toBeVisible();
});
