import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

interface PlanSeen {
  project: { clientId: string | null };
  milestones: { title: string; startOn: string; targetOn: string; ownerId: string | null; roles: object[] }[];
}

let milepost: Milepost;
let owner: Api;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  const client = await owner.call<{ id: string }>("POST", "/clients", { name: "Rosa Bakery" });
  const rosa = { clientId: client.id, name: "Rosa Bianchi", email: "rosa@example.test" };
  await owner.call("POST", "/contacts", rosa);
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("J2: a marketing strategy for Rosa Bakery is counted back from its end, and warns of a past start", async () => {
  await page.goto(`${milepost.url}/projects/new`);
  await page.getByText("Marketing strategy", { exact: true }).click();
  await page.getByLabel("Name").fill("Strategy for Rosa");
  await page.getByRole("combobox", { name: "Client", exact: true }).click();
  await page.getByRole("option", { name: "Rosa Bakery" }).click();
  await page.getByText("End on", { exact: true }).click();

  await page.getByLabel("End date").fill(inDays(20));
  await expect(page.getByText(/would have had to start on .*days ago/)).toBeVisible();
  await page.getByRole("button", { name: /^End on / }).click();
  await expect(page.getByText(/would have had to start/)).toHaveCount(0);

  await page.getByLabel("End date").fill("2031-06-30");
  await expect(page.getByText("From Tue 11 Feb 2031 to Mon 30 Jun 2031: 100 working days.")).toBeVisible();
  await expect(page.getByRole("combobox", { name: "Client approver" })).toHaveValue("Rosa Bianchi");
  await page.getByRole("button", { name: "Create project" }).click();

  await expect(page).toHaveURL(/\/p\/sfr\/roadmap/);
  await expect(
    page.getByText(/Strategy for Rosa: 5 milestones, \d+ cards; ends Mon 30 Jun 2031/),
  ).toBeVisible();
  const { project, milestones } = await planOf("SFR");
  expect(milestones.map(({ startOn, targetOn }) => [startOn, targetOn])).toEqual([
    ["2031-02-11", "2031-03-10"],
    ["2031-03-11", "2031-04-07"],
    ["2031-04-08", "2031-04-28"],
    ["2031-04-29", "2031-06-02"],
    ["2031-06-03", "2031-06-30"],
  ]);
  expect(project.clientId).not.toBeNull();
  expect(milestones.every(({ ownerId }) => ownerId !== null)).toBe(true);
});

test("J2: from its start it is counted forwards, with the milestones that were kept", async () => {
  await page.goto(`${milepost.url}/projects/new?template=marketing-strategy`);
  await page.getByLabel("Name").fill("Forwards");
  await page.getByLabel("Start date").fill("2031-02-11");
  await expect(page.getByText(/From Tue 11 Feb 2031 to Mon 30 Jun 2031/)).toBeVisible();
  await page.getByRole("checkbox", { name: "Keep “Results report presented”" }).uncheck();
  await page.getByLabel("Title of “Marketing strategy agreed”").fill("Direction signed");
  await page.getByLabel("Working days for “Marketing strategy agreed”").fill("15");
  await expect(page.getByText(/From Tue 11 Feb 2031 to Mon 26 May 2031: 75 working days/)).toBeVisible();

  await page.reload();
  await expect(page.getByLabel("Name")).toHaveValue("Forwards");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page).toHaveURL(/\/p\/forw\/roadmap/);
  const { milestones } = await planOf("FORW");
  expect(milestones.map(({ title, targetOn }) => [title, targetOn])).toEqual([
    ["Research findings presented", "2031-03-10"],
    ["Direction signed", "2031-03-31"],
    ["Marketing plan and budget approved", "2031-04-21"],
    ["First campaign launched", "2031-05-26"],
  ]);
});

test("J2: editing a template later leaves the project alone", async () => {
  const copy = await owner.call<{ id: string }>("POST", "/templates/marketing-strategy/copies");
  await page.goto(`${milepost.url}/projects/new?template=${copy.id}`);
  await page.getByLabel("Name").fill("Unmoved");
  await page.getByRole("button", { name: "Create project" }).click();
  await expect(page).toHaveURL(/\/p\/unmo\/roadmap/);
  const before = stonesOf(await planOf("UNMO"));
  expect(before).toHaveLength(5);

  const { plan } = await owner.call<{ plan: { milestones: object[] } }>("GET", `/templates/${copy.id}`);
  const change = { name: "Strategy, short", milestones: plan.milestones.slice(0, 2), links: [] };
  await owner.call("PATCH", `/templates/${copy.id}`, change, { "if-match": '"r1"' });
  await page.goto(`${milepost.url}/projects/new?template=${copy.id}`);
  await expect(page.getByRole("checkbox", { name: /^Keep / })).toHaveCount(2);
  expect(stonesOf(await planOf("UNMO"))).toEqual(before);
  await owner.call("DELETE", `/templates/${copy.id}`);
  expect(stonesOf(await planOf("UNMO"))).toEqual(before);
});

async function planOf(key: string): Promise<PlanSeen> {
  const { items } = await owner.call<{ items: { id: string; key: string }[] }>("GET", "/projects");
  return owner.call<PlanSeen>("GET", `/projects/${items.find((each) => each.key === key)?.id}/plan`);
}

const stonesOf = ({ milestones }: PlanSeen) =>
  milestones.map(({ title, startOn, targetOn }) => [title, startOn, targetOn]);

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
