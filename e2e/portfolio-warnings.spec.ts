import { readFile } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, join, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const DAY_MS = 86_400_000;
/** Somebody saves a name that a spreadsheet would run. */
const FORMULA = "=HYPERLINK(1)";

let milepost: Milepost;
let owner: Api;
let jo: Api;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  const { person } = await owner.call<{ person: { id: string } }>("GET", "/me");
  const shop = await owner.call<{ id: string }>("POST", "/projects", { name: "Shop", key: "SHOP" });
  const open = await owner.call<{ id: string }>("POST", `/projects/${shop.id}/milestones`, {
    title: "Shop is open",
    targetOn: inDays(28),
    ownerId: person.id,
  });
  for (const likely of [120, 120, 300 * 60])
    await owner.call("POST", `/projects/${shop.id}/cards`, {
      title: `Work of ${likely / 60} hours`,
      milestoneId: open.id,
      likely,
      people: [person.id],
    });
  for (const name of ["Bakery", "Clinic", "Dairy", FORMULA]) await owner.call("POST", "/projects", { name });
  jo = await join(milepost.url, owner, JO, shop.id);
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("a warning says why and what to do, on the portfolio, the overview and the milestone", async ({
  browser,
}) => {
  const page = await signedIn(browser, owner, "/portfolio");
  const card = page.getByRole("region", { name: "Needs you" });
  await expect(card).toContainText(/Shop is open: Likely by .*, \d+ days after the target date/, {
    timeout: 20_000,
  });
  await card.getByRole("link", { name: "Ways to make it" }).click();
  await expect(page).toHaveURL(/\/m\/SHOP-M1#expected$/);
  await expectWarning(page);
  await page.goto(`${milepost.url}/p/shop`);
  await expect(page.getByRole("link", { name: "Ways to make it" })).toBeVisible();
  await expectWarning(page);
  await page.getByRole("link", { name: "See Amara’s weeks" }).click();
  await expect(page).toHaveURL(/\/workload\?person=/);
  await expect(page.getByRole("status")).toContainText(/^Amara Okafor has [\d.]+ h too much in /);
  await page.context().close();
});

test("filters are kept under a name, found by the team, renamed, and come back after they were removed", async ({
  browser,
}) => {
  const page = await signedIn(browser, owner, "/portfolio");
  const views = page.getByRole("navigation", { name: "Views" });
  await expect(views).toHaveCount(0);
  await page.getByLabel("Filter", { exact: true }).fill("shop");
  await views.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("The shop");
  await page.getByLabel("Everybody in the team finds it").check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  const view = views.getByRole("link", { name: "The shop" });
  await expect(view).toHaveAttribute("aria-current", "page");
  await views.getByRole("link", { name: "All projects" }).click();
  const all = page.getByRole("region", { name: "All projects" });
  await expect(all.getByRole("listitem")).toHaveCount(5);
  await view.click();
  await expect(page).toHaveURL(/\/portfolio\?q=shop$/);
  await expect(all.getByRole("listitem")).toHaveCount(1);

  const joPage = await signedIn(browser, jo, "/portfolio?group=client");
  const joViews = joPage.getByRole("navigation", { name: "Views" });
  await joViews.getByRole("link", { name: "The shop" }).click();
  await expect(joPage).toHaveURL(/\/portfolio\?q=shop$/);
  await expect(joViews.getByRole("button", { name: /^Change the view/ })).toHaveCount(0);
  await joPage.context().close();

  const change = views.getByRole("button", { name: "Change the view The shop" });
  await change.click();
  await page.getByRole("menuitem", { name: "Rename" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("Our shop");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await views.getByRole("button", { name: "Change the view Our shop" }).click();
  await page.getByRole("menuitem", { name: "Remove" }).click();
  const renamed = views.getByRole("link", { name: "Our shop" });
  await expect(renamed).toHaveCount(0);
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(renamed).toBeVisible();
  await page.context().close();
});

test("what the page shows is saved as a spreadsheet and on paper", async ({ browser }) => {
  const page = await signedIn(browser, owner, "/portfolio");
  const csv = await saved(page, "Spreadsheet (CSV)");
  expect(csv.name).toMatch(/^portfolio-\d{4}-\d\d-\d\d\.csv$/);
  const lines = csv.bytes.toString().trim().split("\r\n");
  expect(lines).toHaveLength(6);
  expect(lines[0]).toMatch(/^key,project,client,lead,state,health,why,/);
  expect(lines[1]).toMatch(/^SHOP,Shop,.*,Off track,Shop is open: likely \d+ days late/);
  expect(csv.bytes.toString()).toContain(`,'${FORMULA},`);
  await page.getByLabel("Filter", { exact: true }).fill("dairy");
  await expect(page.getByRole("region", { name: "All projects" }).getByRole("listitem")).toHaveCount(1);
  expect((await saved(page, "Spreadsheet (CSV)")).bytes.toString().trim().split("\r\n")).toHaveLength(2);
  const pdf = await saved(page, "Paper (PDF)");
  expect([pdf.name.endsWith(".pdf"), pdf.bytes.subarray(0, 5).toString()]).toEqual([true, "%PDF-"]);
  await page.context().close();
});

async function expectWarning(page: Page): Promise<void> {
  const warnings = page.getByRole("region", { name: "Early warnings" });
  await expect(warnings).toContainText(
    /Amara Okafor has 304 h of work until its date, and \d+ h to do it in/,
  );
  await expect(warnings.getByRole("link", { name: "See Amara’s weeks" })).toBeVisible();
}

async function saved(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole("button", { name: "Export" }).click();
  const download = page.waitForEvent("download");
  await page.getByRole("menuitem", { name: format }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

async function signedIn(browser: Parameters<typeof windowOf>[0], person: Api, path: string): Promise<Page> {
  const page = await (await windowOf(browser, milepost.url, person)).newPage();
  await page.goto(milepost.url + path);
  return page;
}

function inDays(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}
