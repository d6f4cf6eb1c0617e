import { randomBytes } from "node:crypto";
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { type Api, setUp } from "../e2e/account.ts";
import { DANA, inDays, projectOfRosa, publishNow } from "../e2e/client-project.ts";
import { linkIn, openMailbox } from "../e2e/mailbox.ts";
import { startMilepost } from "../e2e/milepost.ts";
import { findChromium } from "../scripts/test/chromium.mjs";
import { median, type Row } from "./row.ts";

const RUNS = 7;
/** Lighthouse's slow 4G: 150 ms there and back, 1.6 Mbit/s down, 750 kbit/s up; and a processor a quarter as fast. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: (1_600 * 1_024) / 8,
  uploadThroughput: (750 * 1_024) / 8,
};
const SLOWER = 4;
const SETTLED_MS = 1_500;

interface Seen {
  lcp: number;
  cls: number;
  kilobytes: number;
}

/** Pages of a client on a phone with a slow net: when the largest thing stands, what moves, what comes over the net. */
export async function clientPageRows(): Promise<Row[]> {
  const { path, advice } = findChromium();
  if (!path) throw new Error(advice);
  const browser = await chromium.launch({ args: ["--no-sandbox"], executablePath: path });
  const mailbox = await openMailbox();
  const milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" } });
  try {
    const owner = await setUp(milepost.url);
    const { projectId, contacts } = await projectOfRosa(owner);
    const milestones = await plan(owner, projectId);
    await publishNow(owner, projectId);
    const home = linkIn(await mailbox.next(DANA.email, /Rosa site/));
    const ask = async () => {
      await question(owner, projectId, contacts.dana);
      return linkIn(await mailbox.next(DANA.email, /decide on/));
    };
    const describe = async () => {
      await definition(owner, projectId, { milestoneId: milestones.shift(), personId: contacts.dana });
      return linkIn(await mailbox.next(DANA.email, /decide on Milestone/));
    };
    return [
      ...rowsOf("decision", await seen(browser, await ask())),
      ...rowsOf("home", await seen(browser, home)),
      ...rowsOf("plan", await seen(browser, home, "Plan")),
      ...rowsOf("decisions", await seen(browser, home, "Decisions")),
      ...rowsOf("updates", await seen(browser, home, "Updates")),
      ...rowsOf("files", await seen(browser, home, "Files")),
      await decided(browser, ask),
      await changed(browser, describe, true),
      await changed(browser, describe, false),
    ];
  } finally {
    await browser.close();
    await milepost.stop();
    milepost.remove();
    await mailbox.close();
  }
}

async function plan(owner: Api, projectId: string): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 1; n <= 8; n++) {
    const { id } = await owner.call<{ id: string }>("POST", `/projects/${projectId}/milestones`, {
      title: `Milestone ${n} of the new site`,
      outcome: "What is there when it is reached, in a sentence that fits a phone.",
      targetOn: inDays(10 * n),
      audience: "client",
    });
    ids.push(id);
  }
  return ids;
}

function question(owner: Api, projectId: string, personId: string): Promise<unknown> {
  return owner.call("POST", `/projects/${projectId}/approvals`, {
    kind: "question",
    title: "Payment provider",
    question: "Which payment provider shall we use?",
    choices: [{ text: "Stripe" }, { text: "Mollie" }],
    deciders: [{ personId }],
    rule: "any",
    dueOn: inDays(5),
  });
}

function definition(
  owner: Api,
  projectId: string,
  { milestoneId, personId }: { milestoneId: string | undefined; personId: string },
): Promise<unknown> {
  return owner.call("POST", `/projects/${projectId}/approvals`, {
    kind: "definition",
    milestoneId,
    question: "Is this what it should be?",
    deciders: [{ personId }],
  });
}

/** The page behind a link of a mail, or one that is opened from there by its tab. */
async function seen(browser: Browser, address: string, tab?: string): Promise<Seen[]> {
  const all: Seen[] = [];
  for (let run = 0; run < RUNS; run++) {
    const { context, page } = await slowPhone(browser);
    await page.addInitScript(watch);
    let bytes = 0;
    page.on("response", async (answer) => {
      bytes += (await answer.body().catch(() => Buffer.alloc(0))).length;
    });
    await page.goto(address);
    if (tab !== undefined) {
      await page.waitForLoadState("networkidle");
      bytes = 0;
      await page.getByRole("navigation").getByRole("link", { name: tab }).click();
    }
    await page.waitForTimeout(SETTLED_MS);
    const { lcp, cls } = await page.evaluate(() => window.pageSeen);
    all.push({ lcp, cls, kilobytes: bytes / 1_024 });
    await context.close();
  }
  return all;
}

/** From the tap in the mail to the receipt: opens, chooses, sends. */
async function decided(browser: Browser, ask: () => Promise<string>): Promise<Row> {
  const took: number[] = [];
  for (let run = 0; run < 3; run++) {
    const address = await ask();
    const { context, page } = await slowPhone(browser, false);
    const from = performance.now();
    await page.goto(address);
    await page.getByLabel("Mollie").check();
    await page.getByRole("button", { name: "Choose" }).click();
    await page.getByText("Your choice is on record").waitFor();
    took.push(performance.now() - from);
    await context.close();
  }
  return {
    name: "client decides, from the mail to the receipt",
    value: median(took) / 1_000,
    unit: "s",
    goal: "30 s, 2 taps and a choice, no JavaScript",
  };
}

/** As a phone sends it: one and a half megabytes that no net makes smaller. */
const PHOTO = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(1_500_000)]);

/** From the tap in the mail to the receipt, with a sentence and a photo; typing itself takes the reader's time. */
async function changed(browser: Browser, ask: () => Promise<string>, javaScript: boolean): Promise<Row> {
  const took: number[] = [];
  for (let run = 0; run < 3; run++) {
    const address = await ask();
    const { context, page } = await slowPhone(browser, javaScript);
    const from = performance.now();
    await page.goto(address);
    await page.getByRole("link", { name: "Request changes" }).click();
    await page.getByLabel("What should be different?").fill("The price list is missing on the second page.");
    const photo = { name: "list.jpg", mimeType: "image/jpeg", buffer: PHOTO };
    await page.getByLabel("Photos, if they help").setInputFiles(photo);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("The team knows what to change").waitFor({ timeout: 60_000 });
    took.push(performance.now() - from);
    await context.close();
  }
  return {
    name: `client requests changes, 1.5 MB photo${javaScript ? "" : ", no JavaScript"}`,
    value: median(took) / 1_000,
    unit: "s",
    goal: "60 s, 5 taps with those in the mail and the photo picker",
  };
}

async function slowPhone(
  browser: Browser,
  javaScriptEnabled = true,
): Promise<{ context: BrowserContext; page: Page }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, javaScriptEnabled });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  return { context, page };
}

function rowsOf(name: string, all: readonly Seen[]): Row[] {
  const of = (key: keyof Seen) => median(all.map((one) => one[key]));
  return [
    {
      name: `client's ${name}: largest paint, slow 4G, processor x4`,
      value: of("lcp"),
      unit: "ms",
      goal: "1,500 ms",
    },
    { name: `client's ${name}: layout shift`, value: of("cls"), unit: "", goal: "0" },
    { name: `client's ${name}: over the net`, value: of("kilobytes"), unit: "KB", goal: "100 KB" },
  ];
}

declare global {
  interface Window {
    pageSeen: { lcp: number; cls: number };
  }
}

/** Runs in the page, before anything of it. */
function watch(): void {
  window.pageSeen = { lcp: 0, cls: 0 };
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) window.pageSeen.lcp = startTime;
  }).observe({ type: "largest-contentful-paint", buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.pageSeen.cls += "value" in entry ? Number(entry.value) : 0;
  }).observe({ type: "layout-shift", buffered: true });
}
