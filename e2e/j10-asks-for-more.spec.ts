import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type ClientProject, DANA, inDays, projectOfRosa, publishNow } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { type MovedClock, movedClock } from "./move-clock.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const PORTAL = "/portal/studio-birch/ros";
/** A decision can be taken back for five minutes; the worker looks every 20 seconds. */
const SETTLED = { timeout: 40_000 };

interface Change {
  title: string;
  state: string;
  planVersion: number | null;
  quote: { effect: { days: number }[]; priceMinor: number } | null;
}

let mailbox: Mailbox;
let clock: MovedClock;
let milepost: Milepost;
let owner: Api;
let rosa: ClientProject;
let launch: string;
let desk: Page;
let phone: BrowserContext;
let dana: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  clock = movedClock();
  const env = { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1", ...clock.env };
  milepost = await startMilepost({ env });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  launch = await planOfFour();
  await publishNow(owner, rosa.projectId);
  await changeHead({ scopeIn: "The site in English" });
  await publishNow(owner, rosa.projectId);
  desk = await (await windowOf(browser, milepost.url, owner)).newPage();
  phone = await browser.newContext(PHONE);
  dana = await phone.newPage();
  await dana.goto(linkIn(await mailbox.next(DANA.email, /Rosa site/)));
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("J10: a client asks for more on their phone", async () => {
  await dana.getByRole("link", { name: "Ask for something beyond the plan" }).click();
  await askFor("Add Spanish version", "Half of our guests come from Spain.");
  await expect(dana.getByText("We are working out what it means for days and price.")).toBeVisible();
});

test("J10: it waits for the team on Today, and the offer shows days and price before it leaves", async () => {
  await desk.goto(`${milepost.url}/today`);
  const waits = desk.getByRole("region", { name: "Clients wait for your answer" });
  await waits.getByRole("link", { name: "Add Spanish version" }).click();
  await desk.getByRole("button", { name: "Estimate Add Spanish version" }).click();
  const dialog = desk.getByRole("dialog", { name: "Add Spanish version" });
  await expect(dialog).toContainText("Half of our guests come from Spain.");
  await dialog.getByLabel("Which milestone it belongs to").click();
  await desk.getByRole("option", { name: "ROS-M4 Launch" }).click();
  for (const label of ["Hours, low", "Hours, likely", "Hours, high"])
    await dialog.getByLabel(label).fill("56");
  await dialog.getByRole("button", { name: "Show the effect on dates" }).click();
  const effect = dialog.getByRole("group", { name: "Effect on dates" });
  await expect(effect).toContainText(/Safe by .+ → .+, 7 working days later\./);
  await expect(effect.getByLabel("New date of Launch")).not.toHaveValue("");
  await dialog.getByLabel("Price in EUR").fill("1200");
  await dialog.getByLabel("What the client gets for it").fill("All eight pages, by a native speaker.");
  await dialog.getByRole("button", { name: "Offer it" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.getByText("Offered: 7 working days later, €1,200.")).toBeVisible();
});

test("J10: the mail leads to all of it on one page, and two taps accept it", async ({ browser }) => {
  const link = linkIn(await mailbox.next(DANA.email, /decide on Add Spanish version/));
  const page = await (await browser.newContext(PHONE)).newPage();
  await page.goto(link);
  for (const text of [
    "Half of our guests come from Spain.",
    "All eight pages, by a native speaker.",
    "M4 Launch",
    "7 working days later",
    "+ €1,200",
    "€7,200",
  ])
    await expect(page.locator("main")).toContainText(text);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole("button", { name: "Accept the change" }).click();
  await expect(page.getByRole("heading", { name: "Accepted. It becomes part of the plan." })).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.context().close();
});

test("J10: accepted, the plan is version 3 with its price and its card, and lists what was added", async () => {
  const before = await milestone();
  clock.goOn(6);
  await expect.poll(async () => (await change("Add Spanish version")).state, SETTLED).toBe("accepted");
  const { planVersion } = await change("Add Spanish version");
  const after = await milestone();
  expect([planVersion, after.priceMinor]).toEqual([3, 420_000]);
  expect(String(after.targetOn) > String(before.targetOn)).toBe(true);
  const { cards } = await owner.call<{ cards: { title: string; milestoneId: string }[] }>(
    "GET",
    `/projects/${rosa.projectId}/board`,
  );
  expect(cards.find(({ title }) => title === "Add Spanish version")?.milestoneId).toBe(launch);
  await dana.goto(`${milepost.url}${PORTAL}/plan`);
  const added = dana.getByRole("region", { name: "Added since the first plan" });
  await expect(added).toContainText("Add Spanish version");
  await expect(added).toContainText("7 working days later · + €1,200");
  await expect(added).toContainText(/Accepted by Dana Reyes, .+ · plan version 3/);
  await desk.goto(`${milepost.url}/p/ros`);
  await expect(desk.getByRole("region", { name: "Added to the scope" })).toContainText("plan version 3");
});

test("J10: another offer is asked for with a reason, made, and left; the record stays on both sides", async () => {
  await dana.goto(`${milepost.url}${PORTAL}/ask-more`);
  await askFor("A shop", "We would sell bread there.");
  await offer("A shop", { priceMinor: 900_000, words: "With payment by card." });
  await decideOn("A shop");
  await dana.getByRole("link", { name: "Ask for another offer" }).click();
  await dana.getByLabel("What should be different?").fill("Without payment, please.");
  await dana.getByRole("button", { name: "Send" }).click();
  await expect(dana.getByRole("heading", { name: "Thank you. You get another offer." })).toBeVisible();
  clock.goOn(6);
  await expect.poll(async () => (await change("A shop")).state, SETTLED).toBe("asked");
  await desk.goto(`${milepost.url}/p/ros/requests`);
  await expect(
    desk.getByText(/^Dana Reyes asks for another offer, .+: Without payment, please\.$/),
  ).toBeVisible();
  await offer("A shop", { priceMinor: 300_000, words: "A list of breads to order by mail." });
  await decideOn("A shop");
  await expect(dana.getByText("Changed since version 1")).toBeVisible();
  await expect(dana.getByText("Price: + €9,000 → + €3,000")).toBeVisible();
  await dana.getByRole("button", { name: "Leave the plan as it is" }).click();
  await expect(dana.getByRole("heading", { name: "Thank you. The plan stays as it is." })).toBeVisible();
  clock.goOn(6);
  await expect.poll(async () => (await change("A shop")).state, SETTLED).toBe("declined");
  expect((await milestone()).priceMinor).toBe(420_000);
  await dana.goto(`${milepost.url}${PORTAL}/ask-more`);
  await expect(dana.getByText(/^Left by Dana Reyes, .+: the plan stays as it is\.$/)).toBeVisible();
  await desk.reload();
  await expect(desk.getByText(/^Dana Reyes left the plan as it is, /)).toBeVisible();
});

test("J10: the team says no with a reason, and the client reads it", async () => {
  await dana.goto(`${milepost.url}${PORTAL}/ask-more`);
  await askFor("A film", "About our oven.");
  await desk.goto(`${milepost.url}/p/ros/requests`);
  await desk.getByRole("button", { name: "Decline A film" }).click();
  await desk.getByLabel("Why not").fill("We make no films.");
  await desk.getByRole("button", { name: "Decline", exact: true }).click();
  await expect(desk.getByText("Your turn.")).toHaveCount(0);
  // Beyond decisions a client gets one mail a day, and both publications of today come first.
  clock.goOn(3 * 24 * 60);
  const { text } = await mailbox.next(DANA.email, /Amara Okafor answered/);
  expect(text).toContain("We make no films.");
  await dana.reload();
  await expect(dana.getByText("We make no films.")).toBeVisible();
});

async function askFor(title: string, words: string): Promise<void> {
  await dana.getByLabel("In a few words").fill(title);
  await dana.getByLabel("What it is for, and what matters to you").fill(words);
  await dana.getByRole("button", { name: "Send" }).click();
  await expect(dana.getByText("We have it. You get days and price before anything changes.")).toBeVisible();
}

async function offer(title: string, more: { priceMinor: number; words: string }): Promise<void> {
  const { id } = await change(title);
  const estimate = { likely: 480, milestoneId: launch, targets: [], deciderIds: [rosa.contacts.dana] };
  await owner.call("POST", `/change-requests/${id}/quote`, { ...estimate, ...more });
}

async function decideOn(title: string): Promise<void> {
  await dana.goto(`${milepost.url}${PORTAL}/ask-more`);
  const wish = dana.getByRole("listitem").filter({ hasText: title });
  await wish.getByRole("link", { name: "Look at it and decide" }).click();
}

async function change(title: string): Promise<Change & { id: string }> {
  const { items } = await owner.call<{ items: (Change & { id: string })[] }>(
    "GET",
    `/projects/${rosa.projectId}/change-requests`,
  );
  const found = items.find((one) => one.title === title);
  if (!found) throw new Error(`nobody asked for ${title}`);
  return found;
}

function milestone() {
  return owner.call<{ targetOn: string; priceMinor: number }>("GET", `/milestones/${launch}`);
}

async function changeHead(words: Record<string, string>): Promise<void> {
  const path = `/projects/${rosa.projectId}`;
  const { revision } = await owner.call<{ revision: number }>("GET", path);
  await owner.call("PATCH", path, words, { "if-match": `"${revision}"` });
}

/** Four milestones with a price and work in each; the last one is the launch. Decisions need no code here. */
async function planOfFour(): Promise<string> {
  const { projectId } = rosa;
  await changeHead({ securityLevel: "easy" });
  const me = await owner.call<{ person: { id: string } }>("GET", "/me");
  let last = "";
  for (const [index, title] of ["Brief agreed", "Design approved", "Content ready", "Launch"].entries()) {
    const { id } = await owner.call<{ id: string }>("POST", `/projects/${projectId}/milestones`, {
      title,
      targetOn: inDays(20 + 10 * index),
      audience: "client",
      ...(index > 1 ? { priceMinor: 300_000 } : {}),
    });
    await owner.call("POST", `/projects/${projectId}/cards`, {
      title: `Work on ${title}`,
      milestoneId: id,
      people: [me.person.id],
      ...{ low: 960, likely: 960, high: 960 },
    });
    last = id;
  }
  return last;
}
