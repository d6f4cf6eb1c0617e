import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

/** How soon a forecast that got worse has to be seen. */
const U5_MS = 5_000;
const DAY_MS = 86_400_000;

let milepost: Milepost;
let owner: Api;
let sampleKey: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  const { person } = await owner.call<{ person: { id: string } }>("GET", "/me");
  const project = await owner.call<{ id: string }>("POST", "/projects", { name: "Shop", key: "SHOP" });
  const milestone = await owner.call<{ id: string }>("POST", `/projects/${project.id}/milestones`, {
    title: "Shop is open",
    targetOn: weekdayIn(28),
    ownerId: person.id,
  });
  for (const title of ["Choose the till", "Print the signs", "Train the team"])
    await owner.call("POST", `/projects/${project.id}/cards`, {
      title,
      milestoneId: milestone.id,
      likely: 120,
      people: [person.id],
    });
  await owner.call("POST", `/projects/${project.id}/plan-versions`, { reason: "Agreed with the owner" });
  sampleKey = (await owner.call<{ project: { key: string } }>("POST", "/sample")).project.key.toLowerCase();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("U5: an estimate that grows is seen as a worse forecast, with its reason, wherever somebody looks", async ({
  browser,
}) => {
  const context = await windowOf(browser, milepost.url, owner);
  const open = async (path: string) => {
    const page = await context.newPage();
    await page.goto(milepost.url + path);
    return page;
  };
  const screens = {
    portfolio: await open("/portfolio"),
    overview: await open("/p/shop"),
    milestone: await open("/m/SHOP-M1"),
  };
  for (const page of Object.values(screens)) await expect(page.getByText("On track").first()).toBeVisible();
  await expect(screens.portfolio.getByRole("region", { name: "Needs you" })).not.toContainText("Shop");
  const card = await open("/c/SHOP-1");
  await card.getByLabel("Likely").fill("300h");
  await card.getByLabel("Likely").press("Enter");
  const from = Date.now();

  const late = /[Ll]ikely by .*, \d+ days? after the target date/;
  const needsYou = screens.portfolio.getByRole("region", { name: "Needs you" });
  const took = await Promise.all([
    since(from, async () => {
      await expect(
        needsYou.getByText(/^Shop is open: Likely by .*\d+ days? after the target date/),
      ).toBeVisible({
        timeout: U5_MS,
      });
      await expect(needsYou.getByText("Off track").first()).toBeVisible();
    }),
    since(from, () =>
      expect(screens.overview.getByRole("heading", { level: 1 })).toHaveText(
        /^Shop is open is expected by .*, \d+ days after its date/,
        { timeout: U5_MS },
      ),
    ),
    since(from, () =>
      expect(screens.milestone.getByRole("button", { name: /Off track Why/ })).toBeVisible({
        timeout: U5_MS,
      }),
    ),
  ]);
  for (const page of [screens.overview, screens.milestone]) {
    await page
      .getByRole("button", { name: /Off track Why/ })
      .first()
      .click();
    await expect(page.getByText(late).first()).toBeVisible();
  }
  const told = Object.keys(screens).map((name, at) => `${name} ${took[at]} ms`);
  console.log(`U5, from the edit to the screen: ${told.join(", ")}`);
  for (const ms of took) expect(ms).toBeLessThan(U5_MS);
  await context.close();
});

test("the roadmap shows where it will land, and says what a date tried by keyboard would mean", async ({
  browser,
}) => {
  const page = await signedIn(browser, "/p/shop/roadmap");
  const bar = page.getByRole("row", { name: /M1 Shop is open/ });
  await expect(bar.locator("svg title", { hasText: /^Likely by .*, safe by / })).toHaveCount(1);
  await expect(bar).not.toContainText("+1 d");
  const name = page.getByRole("link", { name: "M1 Shop is open" });
  const tried = page.locator("#content").getByText(/^M1 → /);
  await name.focus();
  await name.press("Shift+ArrowRight");
  await expect(tried).toBeVisible();
  await name.press("Escape");
  await expect(tried).toHaveCount(0);
  await name.press("Shift+ArrowRight");
  await name.press("Enter");
  await expect(page.getByText(/^M1 moved to /).first()).toBeVisible();
  await expect(bar).toContainText("+1 d");
  await expect(bar.locator("svg title", { hasText: /^Baseline: / })).toHaveCount(1);
  await page.goto(`${milepost.url}/portfolio`);
  const all = page.getByRole("region", { name: "All projects" });
  await expect(all.getByText("+1 d vs baseline")).toBeVisible();
  await expect(
    all.getByRole("img", { name: /^Shop is open is 1 working day later than in baseline 1/ }),
  ).toBeVisible();
  await page.context().close();
});

test("the trend tells in a table what was planned when", async ({ browser }) => {
  const page = await signedIn(browser, `/p/${sampleKey}/trend`);
  await expect(page.getByText(/^M3 moved 3 times, \+5 d; M4 and M5 follow it\./)).toBeVisible();
  await page.getByText("Table", { exact: true }).click();
  const row = page.getByRole("row", { name: /^M3 / });
  await expect(row).toContainText("3 ×, +5 d");
  await expect(row.getByRole("cell").last()).toHaveText("Later and later");
  await page.context().close();
});

test("work done is told in days of the plan, against any version, with its figures folded below", async ({
  browser,
}) => {
  const page = await signedIn(browser, `/p/${sampleKey}/trend`);
  const section = page.getByRole("region", { name: "Work done against plan" });
  await expect(section).toContainText(
    /^.*\d+ h of \d+ h done \(\d+ %\); version 1 had planned \d+ h by today\./,
  );
  await expect(section).toContainText(/: \d+ working days? (ahead|behind)\./);
  await page.getByLabel("Measure against").selectOption({ index: 0 });
  await expect(section).toContainText("version 2 had planned");
  await section.getByText("All figures, by their names in earned value").click();
  await expect(section.getByRole("row", { name: /^Earned schedule \(ES\) / })).toBeVisible();
  await page.context().close();
});

test("the quality of the schedule is told point by point", async ({ browser }) => {
  const page = await signedIn(browser, `/p/${sampleKey}/quality`);
  await expect(page.getByRole("status")).toHaveText(/practices are kept\.$/);
  const points = page.getByRole("table", { name: /^Points of / }).getByRole("rowheader");
  await expect(points).toHaveCount(14);
  await expect(points.filter({ hasText: "Links with a lead" })).toHaveCount(1);
  await page.context().close();
});

async function signedIn(browser: Parameters<typeof windowOf>[0], path: string): Promise<Page> {
  const page = await (await windowOf(browser, milepost.url, owner)).newPage();
  await page.goto(milepost.url + path);
  return page;
}

/** How long it took from that moment until this was seen. */
async function since(from: number, seen: () => Promise<void>): Promise<number> {
  await seen();
  return Date.now() - from;
}

/** A weekday so many days from now, as a civil date. */
function weekdayIn(days: number): string {
  const day = new Date(Date.now() + days * DAY_MS);
  const weekend = [6, 0].indexOf(day.getUTCDay());
  return new Date(day.getTime() + (weekend < 0 ? 0 : 2 - weekend) * DAY_MS).toISOString().slice(0, 10);
}
