import { expect, type Locator, type Page, test } from "@playwright/test";
import type { Api } from "./account.ts";
import type { Milepost } from "./milepost.ts";
import { stageWith, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface PlanSeen {
  objectives: { statement: string; measure: string; baseline: number; target: number; targetOn: string }[];
  milestones: {
    id: string;
    title: string;
    targetOn: string | null;
    ownerId: string | null;
    objectiveIds: string[];
    criteria: { text: string }[];
  }[];
  findings: { id: string; subject: { kind: string; id: string } }[];
}

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

test("J3: an objective gets its number and its day", async () => {
  await page.goto(`${milepost.url}/p/shop/plan`);
  await page.getByRole("textbox", { name: "Objective" }).fill("More orders");
  await page.keyboard.press("Enter");
  const objective = page.getByRole("region", { name: "More orders" });
  await expect(objective).toBeVisible();
  await expect(word(objective, "Measurable, not yet")).toBeVisible();

  await objective.getByRole("button", { name: "Edit More orders" }).click();
  await objective.getByLabel("Measured by").fill("Orders");
  await objective.getByLabel("From").fill("120");
  await objective.getByLabel("To", { exact: true }).fill("150");
  await objective.getByLabel("Unit").fill("per week");
  await objective.getByLabel("By", { exact: true }).fill("2031-06-30");
  await objective.getByRole("button", { name: "Save" }).click();

  await expect(objective.getByText("Orders 120 → 150 per week")).toBeVisible();
  for (const lit of ["Measurable, yes", "Time-bound, yes", "Achievable, not known yet"])
    await expect(word(objective, lit)).toBeVisible();
  expect((await plan()).objectives[0]).toMatchObject({ baseline: 120, target: 150, targetOn: "2031-06-30" });
});

test("J3: a vague milestone is found to have no end, no done-when and no objective", async () => {
  const loose = page.getByRole("region", { name: "Without an objective" });
  await loose.getByRole("textbox", { name: "Milestone" }).fill("Improve site");
  await page.keyboard.press("Enter");
  await expect(finding("L1")).toContainText("nobody can tell when “improve” is done");
  await expect(finding("L3")).toContainText("has no done-when");
  await expect(finding("L4")).toContainText("serves no objective");
});

test("J3: each finding is mended by what it offers", async () => {
  await finding("L4").getByRole("button", { name: "Link to “More orders”" }).click();
  await expect(finding("L4")).toHaveCount(0);

  await finding("L1").getByRole("button").click();
  await finding("L1").getByRole("textbox").fill("New checkout is live");
  await finding("L1").getByRole("button", { name: "Save" }).click();
  await expect(finding("L1")).toHaveCount(0);

  await finding("L3")
    .getByRole("button", { name: /as done-when/ })
    .click();
  await expect(finding("L3")).toHaveCount(0);

  const { milestones, objectives, findings } = await plan();
  expect(objectives).toHaveLength(1);
  expect(milestones[0]).toMatchObject({
    title: "New checkout is live",
    criteria: [{ text: "New checkout is live" }],
  });
  expect(milestones[0]?.objectiveIds).toHaveLength(1);
  const left = findings.filter(({ subject }) => subject.kind === "milestone").map(({ id }) => id);
  for (const mended of ["L1", "L3", "L4"]) expect(left).not.toContain(mended);
});

test("J3: a mended date comes off again with one key", async () => {
  await finding("L2")
    .getByRole("button", { name: /^Set M1 to/ })
    .click();
  await expect(finding("L2")).toHaveCount(0);
  await expect.poll(async () => (await plan()).milestones[0]?.targetOn).not.toBeNull();
  await page.getByRole("heading", { level: 1 }).click();
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(async () => (await plan()).milestones[0]?.targetOn).toBeNull();
  await expect(finding("L2")).toBeVisible();
});

test("J3: a card that becomes a milestone keeps its comments and its person", async () => {
  const me = await owner.call<{ person: { id: string; name: string } }>("GET", "/me");
  const { columns } = await owner.call<{ columns: { id: string }[] }>("GET", `/projects/${projectId}/board`);
  const card = await owner.call<{ id: string; ref: string }>("POST", `/projects/${projectId}/cards`, {
    title: "Payment by invoice works",
    columnId: columns[0]?.id,
    people: [me.person.id],
  });
  const subject = { kind: "card", id: card.id };
  await owner.call("POST", "/comments", {
    subject,
    audience: "team",
    body: "The bank has agreed.",
    mentions: [],
  });

  await page.goto(`${milepost.url}/c/${card.ref}`);
  await page.getByRole("button", { name: `More for ${card.ref}` }).click();
  await page.getByRole("menuitem", { name: "Make it a milestone" }).click();
  await expect
    .poll(async () => (await plan()).milestones.map(({ title }) => title))
    .toContain("Payment by invoice works");

  await page.goto(`${milepost.url}/m/SHOP-M2`);
  await expect(page.getByRole("heading", { level: 1, name: "Payment by invoice works" })).toBeVisible();
  await expect(page.getByText("The bank has agreed.")).toBeVisible();
  await expect(page.getByRole("region", { name: "People" })).toContainText(me.person.name);
});

test("the road tells what a new date means before it moves, and undo puts it back", async () => {
  const { milestones } = await plan();
  const [first, second] = milestones;
  await owner.call("POST", `/milestones/${first?.id}/date-change`, {
    startOn: "2031-05-05",
    targetOn: "2031-05-16",
    expected: { startOn: null, targetOn: first?.targetOn ?? null },
  });
  await owner.call("POST", `/milestones/${second?.id}/date-change`, {
    startOn: "2031-05-19",
    targetOn: "2031-05-30",
    expected: { startOn: null, targetOn: null },
  });
  const end = (id: string | undefined) => ({ kind: "milestone", id });
  await owner.call("POST", `/projects/${projectId}/dependencies`, {
    from: end(first?.id),
    to: end(second?.id),
  });

  await page.goto(`${milepost.url}/p/shop/roadmap`);
  await page.getByRole("link", { name: "M1 New checkout is live" }).focus();
  await page.keyboard.press("Shift+ArrowRight");
  await expect(page.getByRole("main").getByText(/M1 → Mon,? 19 May/)).toContainText(/M2 → Mon,? 2 Jun/);
  expect((await plan()).milestones[0]?.targetOn).toBe("2031-05-16");
  await page.keyboard.press("Enter");
  await expect.poll(targets).toEqual(["2031-05-19", "2031-06-02"]);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(targets).toEqual(["2031-05-16", "2031-05-30"]);
});

test("a finger scrolls the road, and moves a date only after a press", async ({ browser }) => {
  const phone = await windowOf(browser, milepost.url, owner, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const road = await phone.newPage();
  await road.goto(`${milepost.url}/p/shop/roadmap?view=road`);
  const stone = road.locator("g[data-open=true]", { hasText: /^New checkout is live: / }).locator("rect");
  const hand = await phone.newCDPSession(road);
  const drag = async (pressMs: number, way: number) => {
    await stone.scrollIntoViewIfNeeded();
    const at = await stone.boundingBox();
    if (!at) throw new Error("the diamond is not on the road");
    const [x, y] = [at.x + at.width / 2, at.y + at.height / 2];
    const touch = (type: "touchStart" | "touchMove" | "touchEnd", by = 0) =>
      hand.send("Input.dispatchTouchEvent", {
        type,
        touchPoints: type === "touchEnd" ? [] : [{ x: x + by, y }],
      });
    await touch("touchStart");
    await road.waitForTimeout(pressMs);
    for (let step = 1; step <= 8; step++) await touch("touchMove", (way * step) / 8);
    return () => touch("touchEnd");
  };

  await (await drag(0, 80))();
  await expect(road.getByText(/^M1 → /)).toHaveCount(0);
  const release = await drag(400, 24);
  await expect(road.getByRole("main").getByText(/^M1 → .*later/)).toBeInViewport();
  expect(await targets()).toEqual(["2031-05-16", "2031-05-30"]);
  await release();
  await expect.poll(async () => (await targets())[0]).not.toBe("2031-05-16");
  await road.getByRole("button", { name: "Undo" }).tap();
  await expect.poll(targets).toEqual(["2031-05-16", "2031-05-30"]);
  await phone.close();
});

test("a pasted list becomes a plan, and what is reached leaves no open card behind", async () => {
  await page.goto(`${milepost.url}/p/shop/plan`);
  const line = page.getByRole("textbox", { name: "Milestone", exact: true }).last();
  await line.evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      "text/plain",
      "Flyers printed 12 jan\n  - Choose the paper\n  - Order 2,000\nPress has reported",
    );
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await page.getByRole("button", { name: "Add 2 milestones and 2 activities" }).click();
  await expect(page.getByRole("link", { name: /^M\d+ Press has reported$/ })).toBeVisible();

  const ref = await submitFlyers();
  await page.goto(`${milepost.url}/m/${ref}`);
  await page.getByRole("button", { name: "Mark as reached" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Its 2 open cards go to" }).click();
  await page.getByRole("option", { name: "Done: they are done" }).click();
  await dialog.getByRole("combobox", { name: "Where “Order 2,000” goes" }).click();
  await page.getByRole("option", { name: /Press has reported$/ }).click();
  await dialog.getByRole("button", { name: "Mark as reached" }).click();
  await expect(page.getByRole("region", { name: "Cards (1 of 1 done)" })).toBeVisible();
  await page.getByRole("tab", { name: "History" }).click();
  await expect(page.getByText(/marked 1 open card as done$/)).toBeVisible();
  await expect(page.getByText(/moved 1 open card to M\d+$/)).toBeVisible();
});

/** All that "Flyers printed" needs to be handed over, without a page; answers its address. */
async function submitFlyers(): Promise<string> {
  const { milestones } = await plan();
  const flyers = milestones.find(({ title }) => title === "Flyers printed");
  if (!flyers) throw new Error("the pasted milestone is not in the plan");
  const at = `/milestones/${flyers.id}`;
  const me = await owner.call<{ person: { id: string } }>("GET", "/me");
  const { objectives } = await owner.call<{ objectives: { id: string }[] }>(
    "GET",
    `/projects/${projectId}/plan`,
  );
  const { criteria } = await owner.call<{ criteria: { id: string }[] }>("POST", `${at}/criteria`, {
    text: "2,000 flyers are here",
  });
  await owner.call("PUT", `${at}/objectives`, { objectiveIds: [objectives[0]?.id] });
  await owner.call("POST", `/criteria/${criteria[0]?.id}/answer`, { answer: "met", expected: null });
  const { revision, ref } = await owner.call<{ revision: number; ref: string }>("GET", at);
  await owner.call("PATCH", at, { ownerId: me.person.id }, { "if-match": `"r${revision}"` });
  for (const [expected, to] of [
    ["draft", "agreed"],
    ["agreed", "active"],
    ["active", "submitted"],
  ])
    await owner.call("POST", `${at}/moves`, { expected, to });
  return ref;
}

const plan = () => owner.call<PlanSeen>("GET", `/projects/${projectId}/plan`);
const targets = async () => (await plan()).milestones.map(({ targetOn }) => targetOn);
const word = (inside: Locator, text: string) => inside.getByRole("listitem").filter({ hasText: text });
/** Findings of a rule about milestones; the objective's own are not meant here. */
const finding = (id: string) =>
  page
    .getByRole("complementary", { name: "Plan check" })
    .getByRole("listitem")
    .filter({ hasText: new RegExp(`^${id} .*“(Improve site|New checkout is live)”`) });
