import { type Browser, expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

let milepost: Milepost;
let owner: Api;
let project: string;
let card: string;
let template: string;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  const sample = await owner.call<{ project: { id: string; key: string } }>("POST", "/sample");
  project = sample.project.key;
  const { cards } = await owner.call<{ cards: { number: number; hasBody: boolean; comments: number }[] }>(
    "GET",
    `/projects/${sample.project.id}/board`,
  );
  const telling = cards.find(({ hasBody, comments }) => hasBody && comments > 0) ?? cards[0];
  card = `${project}-${telling?.number}`;
  const saved = await owner.call<{ id: string }>("POST", `/projects/${sample.project.id}/templates`, {
    name: "Our way",
  });
  template = saved.id;
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

/** $P is the sample project, $C one of its cards, $T a template made of it. Board and roadmap may scroll sideways: each has a list beside it. */
const SCREENS: { path: string; wide?: boolean }[] = [
  { path: "/today" },
  { path: "/inbox" },
  { path: "/time" },
  { path: "/reviews" },
  { path: "/search?q=campaign" },
  { path: "/portfolio" },
  { path: "/portfolio?care=overdue" },
  { path: "/roadmap", wide: true },
  { path: "/roadmap?view=table", wide: true },
  { path: "/workload" },
  { path: "/templates" },
  { path: "/templates/product-launch" },
  { path: "/templates/product-launch?view=client" },
  { path: "/templates/$T/edit" },
  { path: "/p/$P" },
  { path: "/p/$P/edit" },
  { path: "/p/$P/plan" },
  { path: "/p/$P/publish" },
  ...[1, 2, 3, 4, 5, 6].map((step) => ({ path: `/p/$P/assistant?step=${step}` })),
  { path: "/p/$P/roadmap", wide: true },
  { path: "/p/$P/roadmap?view=table", wide: true },
  { path: "/p/$P/trend" },
  { path: "/p/$P/trend?view=table" },
  { path: "/p/$P/quality" },
  { path: "/p/$P/risks" },
  { path: "/p/$P/updates" },
  { path: "/p/$P/board", wide: true },
  { path: "/p/$P/board?by=milestone", wide: true },
  { path: "/p/$P/board?rows=milestone", wide: true },
  { path: "/p/$P/list" },
  { path: "/p/$P/calendar" },
  { path: "/p/$P/archive" },
  { path: "/p/$P/card-templates" },
  { path: "/p/$P/routines" },
  { path: "/p/$P/updates/new" },
  { path: "/p/$P/check-ins" },
  { path: "/p/$P/files" },
  { path: "/p/$P/talk" },
  { path: "/p/$P/requests" },
  { path: "/p/$P/approvals" },
  { path: "/p/$P/review" },
  { path: "/p/$P/time" },
  { path: "/c/$C" },
  { path: "/m/$P-M2" },
  { path: "/settings/people" },
  { path: "/settings/clients" },
  { path: "/settings/time" },
  { path: "/settings/workspace" },
  { path: "/settings/brand" },
  { path: "/settings/you" },
  { path: "/settings/security" },
  { path: "/settings/procedures" },
  { path: "/settings/mail" },
  { path: "/settings/trash" },
  { path: "/projects/new" },
  { path: "/projects/new?template=marketing-strategy" },
  { path: "/projects/new?template=product-launch" },
  { path: "/projects/new?template=nothing-here" },
  { path: "/start" },
  { path: "/import" },
  { path: "/p/nothing-here" },
];

/** A phone has the colours of the desk. */
const schemesAt = ({ width }: { width: number }) =>
  width === DESK.width ? (["light", "dark"] as const) : (["light"] as const);

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

for (const viewport of [DESK, PHONE])
  test(`U10: axe finds nothing on any screen, ${viewport.width} px`, async ({ browser }) => {
    test.setTimeout(480_000);
    const page = await signedIn(browser, viewport);
    const found: string[] = [];
    for (const { path } of SCREENS) {
      await visit(page, path);
      found.push(...(await violations(page, path, schemesAt(viewport))));
    }
    expect(found).toEqual([]);
  });

/** What opens over a screen, and how. */
const OVERLAYS: {
  name: string;
  path: string;
  open: (page: Page) => Promise<void>;
  /** A phone has another way there, or none. */
  desk?: true;
}[] = [
  { name: "card drawer", path: "/p/$P/board?card=$C", open: async () => {} },
  { name: "card menu", path: "/p/$P/board", open: (page) => withCard(page, ".") },
  { name: "move dialog", path: "/p/$P/board", open: (page) => withCard(page, "s") },
  { name: "several cards", path: "/p/$P/board", open: (page) => withCard(page, "x") },
  { name: "change of several cards", path: "/p/$P/board", open: changeSeveral },
  { name: "lanes", path: "/p/$P/board?by=milestone", open: (page) => press(page, "By milestone") },
  { name: "peek", path: "/p/$P/board", open: (page) => withCard(page, "Space") },
  { name: "composer", path: "/p/$P/board", open: (page) => page.keyboard.press("c") },
  { name: "later list", path: "/p/$P/board?list=later", open: async () => {} },
  { name: "command menu", path: "/portfolio", open: (page) => page.keyboard.press("Control+k") },
  { name: "list of keys", path: "/portfolio", open: (page) => page.keyboard.press("?") },
  { name: "create menu", path: "/portfolio", open: (page) => press(page, "Create") },
  { name: "own menu", path: "/portfolio", open: (page) => press(page, /your menu/) },
  { name: "new milestone", path: "/p/$P/roadmap", open: (page) => press(page, "New milestone") },
  { name: "date dialog", path: "/m/$P-M2", open: (page) => press(page, "Move date") },
  { name: "dependencies", path: "/m/$P-M2", open: openDependencies },
  { name: "end of a milestone", path: "/m/$P-M3", open: dropMilestone },
  { name: "pasted lines", path: "/p/$P/plan", open: pasteOutline },
  { name: "template that comes too late", path: "/projects/new?template=video", open: planTooLate },
  { name: "template menu", path: "/templates", open: (page) => press(page, /^More for/) },
  { name: "milestone of a template", path: "/templates/$T/edit", open: editMilestone },
  { name: "objective and checklist of a template", path: "/templates/$T/edit", open: writeTemplateParts },
  { name: "save as template", path: "/p/$P/plan", open: (page) => press(page, "Save as template") },
  { name: "removal of a member", path: "/settings/people", open: (page) => press(page, /^Remove Ben/) },
  { name: "copy of a card", path: "/p/$P/board", open: copyCard },
  { name: "dates of a card", path: "/p/$P/board", open: (page) => withCard(page, "d") },
  { name: "people of a card", path: "/p/$P/board", open: (page) => withCard(page, "a") },
  { name: "new column", path: "/p/$P/board", open: (page) => press(page, "Add column"), desk: true },
  { name: "fields of cards", path: "/c/$C", open: (page) => press(page, /Add a field|Edit fields/) },
  { name: "cell of the list", path: "/p/$P/list", open: (page) => openCell(page, "priority"), desk: true },
  { name: "dates in the list", path: "/p/$P/list", open: (page) => openCell(page, "due"), desk: true },
  { name: "name of a view", path: "/p/$P/list?who=me", open: (page) => press(page, "Save this view") },
  { name: "day of a card", path: "/p/$P/calendar", open: (page) => withCard(page, "s") },
  { name: "peek in the calendar", path: "/p/$P/calendar", open: (page) => withCard(page, "Space") },
  { name: "new card on a day", path: "/p/$P/calendar", open: (page) => page.keyboard.press("c") },
  { name: "skipped review", path: "/reviews", open: (page) => press(page, /^Skip: /) },
  { name: "kept plan", path: "/p/$P/roadmap", open: (page) => fromVersions(page, /^Keep this plan/) },
  { name: "versions", path: "/p/$P/roadmap", open: (page) => fromVersions(page, /^What has changed/) },
  { name: "stated health", path: "/m/$P-M2", open: (page) => press(page, /^Say (otherwise|it anew)/) },
  { name: "decision", path: "/m/$P-M2", open: (page) => press(page, "Ask for a decision") },
  { name: "request to the client", path: "/m/$P-M2", open: (page) => press(page, "Ask the client") },
  { name: "week of a person", path: "/workload", open: openWeek, desk: true },
];

for (const viewport of [DESK, PHONE])
  test(`U10: axe finds nothing with drawers, menus and dialogs open, ${viewport.width} px`, async ({
    browser,
  }) => {
    test.setTimeout(480_000);
    const page = await signedIn(browser, viewport);
    page.setDefaultTimeout(10_000);
    const found: string[] = [];
    for (const { name, path, open, desk } of OVERLAYS) {
      if (desk && viewport !== DESK) continue;
      await visit(page, path);
      await open(page);
      await expect(page.locator(OPEN).first(), name).toBeVisible();
      found.push(...(await violations(page, name, schemesAt(viewport))));
    }
    expect(found).toEqual([]);
  });

for (const viewport of [DESK, PHONE])
  test(`U10: axe finds nothing on what clients read, ${viewport.width} px`, async ({ browser }) => {
    test.setTimeout(120_000);
    const page = await signedIn(browser, viewport);
    const { slug } = await owner.call<{ slug: string }>("GET", "/workspaces/current");
    const found: string[] = [];
    for (const place of ["", "/plan", "/m/1", "/m/2", "/updates", "/files"]) {
      await page.goto(`${milepost.url}/portal/${slug}/${project.toLowerCase()}${place}?as=client`);
      await expect(page.locator("h1")).toHaveCount(1);
      found.push(...(await violations(page, `client ${place}`)));
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      if (width > viewport.width) found.push(`client ${place}: ${width} px wide`);
    }
    expect(found).toEqual([]);
  });

test("U10: axe finds nothing on the pages for people who are not signed in", async ({ page }) => {
  const invitation = { email: "jo@example.test", role: "member" };
  const { id } = await owner.call<{ id: string }>("POST", "/invitations", invitation);
  const { url } = await owner.call<{ url: string }>("POST", `/invitations/${id}/link`);
  const found: string[] = [];
  for (const path of ["/signin", "/reset", new URL(url).pathname, "/invitation/unknown", "/api/docs"]) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(milepost.url + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await overflow(page), path).toBe(0);
    found.push(...(await violations(page, path)));
  }
  expect(found).toEqual([]);
});

test("U19: at 320 px nothing but board and roadmap scrolls sideways", async ({ browser }) => {
  test.setTimeout(480_000);
  const page = await signedIn(browser, { width: 320, height: 640 });
  const wide: string[] = [];
  for (const { path } of SCREENS.filter((screen) => !screen.wide)) {
    await visit(page, path);
    const pixels = await overflow(page);
    if (pixels > 0) wide.push(`${path}: ${pixels} px`);
  }
  expect(wide).toEqual([]);
});

test("U11: Tab alone reaches what a screen is for", async ({ browser }) => {
  const page = await signedIn(browser, DESK);
  const reach: [string, RegExp[]][] = [
    ["/portfolio", [/Skip to the page/, /Create/, /your menu/, /Overdue/, /Marketing strategy/]],
    ["/p/$P", [/Skip to the page/, /Board/, /Edit head page/, /Overdue/]],
    ["/p/$P/board", [/Skip to the page/, /Roadmap/, /Filter/, /Only mine/, /Add card/, /Column /]],
    ["/p/$P/roadmap", [/Skip to the page/, /New milestone/]],
    ["/templates", [/Skip to the page/, /Import a file/, /Trade/, /Use Website/, /More for Website/]],
    ["/settings/people", [/Skip to the page/, /Mail address/, /Role/, /Invite/]],
  ];
  for (const [path, wanted] of reach) {
    await visit(page, path);
    const names = await tabThrough(page);
    expect(wanted.filter((name) => !names.some((each) => name.test(each))).map(String), path).toEqual([]);
  }
});

const OPEN =
  "[role='dialog'], [role='menu'], [role='toolbar'][aria-label='Selected cards'], [role='combobox'][aria-label='New card'], aside[aria-label], section[aria-label='Pasted lines'], li[aria-label^='Edit '], li[aria-label^='New '], .mantine-Select-dropdown:visible";

async function signedIn(browser: Browser, viewport: { width: number; height: number }): Promise<Page> {
  const context = await windowOf(browser, milepost.url, owner, { viewport, reducedMotion: "reduce" });
  return context.newPage();
}

async function visit(page: Page, path: string): Promise<void> {
  await page.goto(
    milepost.url + path.replace("$P", project.toLowerCase()).replace("$C", card).replace("$T", template),
  );
  await expect(page.locator("h1").first()).toBeVisible({ timeout: 20_000 });
  await expect(page.locator("[class*='Skeleton'], [aria-busy='true']")).toHaveCount(0);
}

async function withCard(page: Page, key: string): Promise<void> {
  await page.locator("article a").first().focus();
  await page.keyboard.press(key);
}

async function copyCard(page: Page): Promise<void> {
  await withCard(page, ".");
  await page.getByRole("menuitem", { name: "Copy card..." }).click();
}

function openCell(page: Page, cell: string): Promise<void> {
  return page.locator(`[data-cell='${cell}']`).first().click();
}

async function fromVersions(page: Page, item: RegExp): Promise<void> {
  await press(page, /^Baseline/);
  await page.getByRole("menuitem", { name: item }).click();
}

function openWeek(page: Page): Promise<void> {
  return page.getByRole("table", { name: "Workload by person and week" }).getByRole("button").first().click();
}

function openDependencies(page: Page): Promise<void> {
  return page.locator("#dependencies").getByRole("button", { name: "Add" }).click();
}

async function dropMilestone(page: Page): Promise<void> {
  await press(page, "More about this milestone");
  await page.getByRole("menuitem", { name: "Drop" }).click();
  await expect(page.getByRole("combobox", { name: /open cards go to/ })).toBeVisible();
}

async function writeTemplateParts(page: Page): Promise<void> {
  await press(page, "Add an objective");
  await press(page, "Add a checklist");
  await page.getByRole("textbox", { name: "Steps" }).waitFor();
}

async function editMilestone(page: Page): Promise<void> {
  await page
    .getByRole("region", { name: "Milestones" })
    .getByRole("button", { name: /^Edit / })
    .first()
    .click();
}

async function pasteOutline(page: Page): Promise<void> {
  const line = page.getByRole("textbox", { name: "Milestone", exact: true }).last();
  await line.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", "Flyers printed 12 jan\n  - Choose the paper\nPress has reported");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
}

/** A past start, a dropped milestone, an open one, and the list of people for a role. */
async function planTooLate(page: Page): Promise<void> {
  await page.getByText("End on", { exact: true }).click();
  await page.getByLabel("End date").fill(new Date().toISOString().slice(0, 10));
  await expect(page.getByText(/would have had to start/)).toBeVisible();
  await page
    .getByRole("checkbox", { name: /^Keep / })
    .nth(1)
    .uncheck();
  await page.locator("summary").first().click();
  await page.getByRole("region", { name: "Who does what" }).getByRole("combobox").first().click();
}

async function changeSeveral(page: Page): Promise<void> {
  await withCard(page, "x");
  await page.getByRole("button", { name: "Move or change" }).click();
}

function press(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole("button", { name }).first().click();
}

/** By how much the page is wider than the window. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}

/** The names of everything that has the focus on the way through the page. */
async function tabThrough(page: Page): Promise<string[]> {
  const names: string[] = [];
  for (let n = 0; n < 90; n++) {
    await page.keyboard.press("Tab");
    const name = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body) return null;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return `${element.getAttribute("aria-label") ?? ""} ${label ?? ""} ${element.textContent ?? ""}`;
    });
    if (name === null) break;
    names.push(name);
  }
  return names;
}
