import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type ClientProject, DANA, inDays, LEE, projectOfRosa, publishNow } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";

test.describe.configure({ mode: "serial" });

const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let rosa: ClientProject;
let phone: BrowserContext;
let dana: Page;
let homeLink: string;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" } });
  owner = await setUp(milepost.url);
  rosa = await projectOfRosa(owner);
  await plan();
  await publishNow(owner, rosa.projectId);
  phone = await browser.newContext(PHONE);
  dana = await phone.newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("J7: from the mail a client sees in one screen what is achieved, what comes next and that nothing is asked", async () => {
  homeLink = linkIn(await mailbox.next(DANA.email, /Rosa site/));
  await dana.goto(homeLink);
  await expect(dana.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(dana.getByText("Brief agreed").first()).toBeVisible();
  await expect(dana.getByText("Launch").first()).toBeVisible();
  await expect(dana.locator("body")).not.toContainText("ZEBRA");
});

test("J7: the plan can be kept as PDF", async () => {
  await dana.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(dana.getByText("More orders online").first()).toBeVisible();
  const link = await dana.getByRole("link", { name: /PDF/ }).getAttribute("href");
  const pdf = await phone.request.get(new URL(link ?? "", milepost.url).href);
  expect([pdf.status(), pdf.headers()["content-type"]]).toEqual([200, "application/pdf"]);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");
});

test("J7: a question is answered from the mail, with one of the choices that were offered", async () => {
  await owner.call("POST", `/projects/${rosa.projectId}/approvals`, {
    kind: "question",
    title: "Payment provider",
    question: "Which payment provider shall we use?",
    choices: [{ text: "Stripe" }, { text: "Mollie" }],
    deciders: [{ personId: rosa.contacts.dana }],
    rule: "any",
    dueOn: inDays(5),
  });
  await dana.goto(linkIn(await mailbox.next(DANA.email, /Payment provider|Which payment/)));
  await dana.getByLabel("Mollie").check();
  await dana
    .getByRole("button", { name: /^Choose|^Decide|^Send/ })
    .first()
    .click();
  await expect(dana.getByText("Mollie").first()).toBeVisible();
  const { items } = await owner.call<{ items: { title: string; outcome: string | null }[] }>(
    "GET",
    `/projects/${rosa.projectId}/approvals`,
  );
  expect(items.find(({ title }) => title.includes("Payment provider"))?.outcome).toBe("chosen");
});

test("J7: what the team says among itself on a shared card is on no page, feed or mail of the client", async () => {
  for (const path of ["", "/plan", "/plan.pdf", "/updates", "/decisions", "/files"]) {
    const answer = await phone.request.get(`${milepost.url}/portal/studio-birch/ros${path}`);
    expect([path, answer.status()]).toEqual([path, 200]);
    expect((await answer.body()).toString("latin1")).not.toContain("ZEBRA");
  }
  expect(JSON.stringify(mailbox.letters.filter(({ to }) => to === DANA.email))).not.toContain("ZEBRA");
});

test("J7: a link that was taken back is refused, and so is the open page", async ({ browser }) => {
  const lee = linkIn(await mailbox.next(LEE.email, /Rosa site/));
  await owner.call("DELETE", `/projects/${rosa.projectId}/contacts/${rosa.contacts.dana}`);
  const other = await (await browser.newContext(PHONE)).newPage();
  expect((await other.goto(homeLink))?.status()).toBe(410);
  expect((await dana.goto(`${milepost.url}/portal/studio-birch/ros`))?.status()).toBe(404);
  expect((await other.goto(lee))?.status()).toBe(200);
});

/** One milestone is reached, one comes next; what the team keeps to itself carries the mark. */
async function plan(): Promise<void> {
  const add = (title: string, days: number, audience: string) =>
    owner.call<{ id: string }>("POST", `/projects/${rosa.projectId}/milestones`, {
      title,
      targetOn: inDays(days),
      audience,
      clientApproval: false,
    });
  const { id: objectiveId } = await owner.call<{ id: string }>(
    "POST",
    `/projects/${rosa.projectId}/objectives`,
    {
      statement: "More orders online",
      ourReason: "ZEBRA reason",
      measure: "orders",
      unit: "a week",
      baseline: 120,
      target: 150,
    },
  );
  expect(objectiveId).toBeTruthy();
  await add("Brief agreed", 3, "client");
  const launch = await add("Launch", 30, "client");
  await add("ZEBRA rehearsal", 20, "team");
  await owner.call("POST", "/comments", {
    subject: { kind: "milestone", id: launch.id },
    audience: "team",
    body: "ZEBRA among us",
  });
}
