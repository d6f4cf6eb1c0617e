import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { publishNow } from "./client-project.ts";
import { linkIn, type Mailbox, openMailbox } from "./mailbox.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const DANA = { name: "Dana Reyes", email: "dana@rosa.test" };
const PHONE = { viewport: { width: 390, height: 844 }, javaScriptEnabled: false };
const CRITERIA = ["14 drafts are written", "All are approved", "All are proofread", "All are in the CMS"];
/** One transparent pixel. */
const PIXEL = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==",
  "base64",
);

let mailbox: Mailbox;
let milepost: Milepost;
let owner: Api;
let milestoneId: string;
let projectId: string;
let danaId: string;
let page: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  mailbox = await openMailbox();
  milepost = await startMilepost({ env: { SMTP_URL: mailbox.url, PUBLISH_HOLD: "1" } });
  owner = await setUp(milepost.url);
  milestoneId = await activeMilestone();
  page = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
  await mailbox.close();
});

test("J11: what happens when nobody answers is set, and agreed to with the plan", async ({ browser }) => {
  const window = page.getByRole("region", { name: "When nobody answers" });
  await page.goto(`${milepost.url}/p/ros/edit`);
  await window.getByRole("switch", { name: /^Set a window for answers/ }).click();
  await window.getByRole("textbox", { name: "Working days to answer" }).fill("5");
  await window.getByLabel("When they are over and nobody has answered").click();
  await page.getByRole("option", { name: "It counts as accepted, and is labelled so" }).click();
  await window.getByRole("button", { name: "Save the window" }).click();
  await expect(window.getByText("Not agreed yet")).toBeVisible();
  await expect(window.getByText("The client has approved no plan yet")).toBeVisible();
  await publishNow(owner, projectId);
  await owner.call("POST", `/projects/${projectId}/approvals`, {
    kind: "plan",
    question: "Is this our plan?",
    deciders: [{ personId: danaId }],
  });
  const context = await browser.newContext(PHONE);
  const dana = await context.newPage();
  await dana.goto(linkIn(await mailbox.next(DANA.email, /^Rosa site: decide on Rosa site/)));
  const rule =
    "If nobody answers within 5 working days of being asked, a completed milestone counts as accepted";
  await expect(dana.getByText(rule)).toBeVisible();
  await dana.getByRole("button", { name: "Approve" }).click();
  await dana.getByRole("button", { name: "Open the project page" }).click();
  await dana.getByRole("link", { name: "Plan", exact: true }).click();
  await expect(dana.getByText(rule)).toBeVisible();
  await context.close();
  await page.reload();
  await expect(window.getByText("What is agreed")).toBeVisible();
});

test("J11: a milestone with two files and four conditions is put before Dana as it was previewed", async () => {
  await page.goto(`${milepost.url}/m/ROS-M1`);
  await expect(page.getByRole("button", { name: "Ask for a decision" })).toBeVisible();
  await page.keyboard.press("r");
  const dialog = page.getByRole("dialog", { name: "Ask for a decision" });
  await expect(dialog.getByLabel("The question, in one sentence")).toHaveValue("Is “Content ready” done?");
  for (const name of ["home.png, version 1", "shop.png, version 1"]) await dialog.getByLabel(name).check();
  await dialog.getByLabel("Decide by").fill(inDays(9));
  await dialog.getByRole("button", { name: "Look at it first" }).click();
  const phone = dialog.getByRole("region", { name: "What the client will see" });
  for (const text of [...CRITERIA, "home.png", "shop.png"]) await expect(phone).toContainText(text);
  await dialog.getByRole("button", { name: "Send" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText("Version 1 sent", { exact: false })).toBeVisible();
  expect(await stateOf()).toBe("submitted");
});

let firstLink = "";

test("J11: what fetches links out of mails decides nothing", async () => {
  const letter = await mailbox.next(DANA.email, /^Rosa site: decide on Content ready by/);
  firstLink = linkIn(letter);
  for (let n = 0; n < 5; n++)
    for (const method of ["GET", "HEAD"]) expect((await fetch(firstLink, { method })).status).toBe(200);
  expect(await stateOf()).toBe("submitted");
  await page.goto(`${milepost.url}/p/ros/approvals`);
  const asked = page.getByRole("table", { name: "Who is asked" });
  await expect(asked.getByRole("row").nth(1)).toContainText("not yet");
});

test("J11: on a phone without JavaScript changes are requested with a reason and a photo", async ({
  browser,
}) => {
  const context = await browser.newContext(PHONE);
  const dana = await context.newPage();
  await dana.goto(firstLink);
  await expect(dana.getByRole("heading", { level: 1, name: /Content ready/ })).toBeVisible();
  await expect(dana.getByRole("img", { name: "Picture of home.png" })).toBeVisible();
  await dana.getByRole("link", { name: "Request changes" }).click();
  await dana.getByLabel("What should be different?").fill("The price list is missing");
  await dana.getByLabel("All are approved").check();
  await dana.getByText("Show it on the picture").click();
  await dana.getByRole("button", { name: "Set a point on home.png" }).click({ position: { x: 90, y: 60 } });
  await expect(dana.getByLabel("What should be different?")).toHaveValue("The price list is missing");
  await dana.getByLabel("Point 1", { exact: true }).fill("Here");
  await dana.getByRole("button", { name: "Set a point on home.png" }).click({ position: { x: 300, y: 20 } });
  await expect(dana.getByLabel("Point 1", { exact: true })).toHaveValue("Here");
  await dana.getByLabel("Point 2", { exact: true }).fill("Not here");
  await expect(dana.locator(".dot:visible")).toHaveCount(2);
  await dana.getByRole("button", { name: "Remove point 2" }).click();
  await expect(dana.locator(".dot:visible")).toHaveCount(1);
  await expect(dana.getByLabel("Point 1", { exact: true })).toHaveValue("Here");
  await dana.getByLabel("Photos, if they help").setInputFiles({
    name: "list.png",
    mimeType: "image/png",
    buffer: PIXEL,
  });
  await dana.getByRole("button", { name: "Send" }).click();
  await expect(
    dana.getByRole("heading", { name: "Thank you. The team knows what to change." }),
  ).toBeVisible();
  await context.close();
  expect(await stateOf()).toBe("active");
  const { items } = await owner.call<{ items: { name: string; audience: string }[] }>(
    "GET",
    `/files?subject=milestone:${milestoneId}`,
  );
  expect(items.find(({ name }) => name === "list.png")?.audience).toBe("client");
});

test("J11: the next version says what is different, and two taps accept it", async ({ browser }) => {
  await page.goto(`${milepost.url}/p/ros/approvals`);
  const turn = page.getByRole("region", { name: "Your turn" });
  await expect(turn.getByText("The price list is missing")).toBeVisible();
  await expect(turn.getByRole("img", { name: "home.png, opens large" })).toBeVisible();
  await expect(turn.getByRole("list", { name: "Points on home.png" })).toContainText(
    "Here (at the top left)",
  );
  await page.getByRole("button", { name: "New version" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("What is different now?").fill("The price list is in.");
  await dialog.getByRole("button", { name: "Send version 2" }).click();
  await expect(dialog).toBeHidden();
  const link = linkIn(await mailbox.next(DANA.email, /^Rosa site: decide on Content ready by/));
  const context = await browser.newContext(PHONE);
  const dana = await context.newPage();
  await dana.goto(link);
  await expect(dana.getByText("The price list is in.")).toBeVisible();
  await dana.getByRole("button", { name: "Approve" }).click();
  await expect(dana.getByRole("heading", { name: "Approved. Content ready is reached." })).toBeVisible();
  await expect(dana.getByRole("button", { name: "Undo" })).toBeVisible();
  await dana.getByRole("button", { name: "Open the project page" }).click();
  await expect(dana).toHaveURL(/\/portal\/.+\/ros$/);
  await context.close();
  expect(await stateOf()).toBe("accepted");
  await page.reload();
  await expect(page.getByRole("row", { name: /Content ready, version 2/ })).toContainText("Approved");
});

async function stateOf(): Promise<string> {
  return (await owner.call<{ state: string }>("GET", `/milestones/${milestoneId}`)).state;
}

/** M1 of a project of Rosa Bakery: agreed, begun, its four conditions met, with two pictures that the client sees. */
async function activeMilestone(): Promise<string> {
  const client = await owner.call<{ id: string }>("POST", "/clients", { name: "Rosa Bakery" });
  const project = await owner.call<{ id: string }>("POST", "/projects", {
    name: "Rosa site",
    key: "ROS",
    clientId: client.id,
  });
  projectId = project.id;
  const { personId } = await owner.call<{ personId: string }>("POST", "/contacts", {
    ...DANA,
    clientId: client.id,
  });
  danaId = personId;
  await owner.call("PUT", `/projects/${project.id}/contacts/${personId}`, { role: "approver" });
  const objective = await owner.call<{ id: string }>("POST", `/projects/${project.id}/objectives`, {
    statement: "150 orders a week by summer",
    measure: "Orders",
    baseline: 120,
    target: 150,
    targetOn: inDays(90),
  });
  const me = await owner.call<{ person: { id: string } }>("GET", "/me");
  const { id } = await owner.call<{ id: string }>("POST", `/projects/${project.id}/milestones`, {
    title: "Content ready",
    targetOn: inDays(40),
    audience: "client",
    clientApproval: true,
    ownerId: me.person.id,
  });
  await owner.call("PUT", `/milestones/${id}/objectives`, { objectiveIds: [objective.id] });
  await owner.call("PUT", `/milestones/${id}/roles`, { roles: [{ personId, role: "approver" }] });
  for (const text of CRITERIA) await owner.call("POST", `/milestones/${id}/criteria`, { text });
  const step = (expected: string, to: string) =>
    owner.call("POST", `/milestones/${id}/moves`, { expected, to, reason: "Agreed by word of mouth" });
  await step("draft", "agreed");
  await step("agreed", "active");
  const { criteria } = await owner.call<{ criteria: { id: string }[] }>("GET", `/milestones/${id}`);
  for (const criterion of criteria)
    await owner.call("POST", `/criteria/${criterion.id}/answer`, { answer: "met", expected: null });
  for (const name of ["home.png", "shop.png"]) await upload(id, name);
  return id;
}

async function upload(id: string, name: string): Promise<void> {
  const form = new FormData();
  form.append("subjectKind", "milestone");
  form.append("subjectId", id);
  form.append("audience", "client");
  form.append("file", new Blob([PIXEL], { type: "image/png" }), name);
  const answer = await fetch(`${owner.url}/api/v1/files`, {
    method: "POST",
    headers: { cookie: owner.cookie, origin: owner.url },
    body: form,
  });
  if (!answer.ok) throw new Error(`upload: ${answer.status} ${await answer.text()}`);
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
