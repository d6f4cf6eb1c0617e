import { expect, type Locator, type Page, test } from "@playwright/test";
import { type Api, setUp, signIn } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const CARDS = ["Write the copy", "Choose pictures", "Check the forms"];

let milepost: Milepost;
let owner: Api;
let projectId: string;
let amara: Page;
let jo: Page;
let cards: Map<string, string>;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
  const project = await owner.call<{ id: string }>("POST", "/projects", { name: "Acme site", key: "ACME" });
  projectId = project.id;
  const milestone = await owner.call<{ id: string }>("POST", `/projects/${projectId}/milestones`, {
    title: "Pages are written",
    targetOn: "2031-06-12",
  });
  const { columns } = await board();
  const made: [string, string][] = [];
  for (const title of CARDS) {
    const card = { title, columnId: columns[0]?.id, milestoneId: milestone.id };
    made.push([title, (await owner.call<{ id: string }>("POST", `/projects/${projectId}/cards`, card)).id]);
  }
  cards = new Map(made);
  amara = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("J6: an invited member joins by the link and lands in the team app", async ({ browser }) => {
  await amara.goto(`${milepost.url}/settings/people`);
  await amara.getByLabel("Mail address").fill(JO.email);
  await amara.getByRole("combobox", { name: "Projects they start with" }).click();
  await amara.getByRole("option", { name: "Acme site" }).click();
  await amara.keyboard.press("Escape");
  await amara.getByRole("button", { name: "Invite", exact: true }).click();
  const link = await amara.getByRole("textbox", { name: "Link", exact: true }).inputValue();

  jo = await (await browser.newContext()).newPage();
  await jo.goto(link);
  await jo.getByLabel("Your name").fill(JO.name);
  await jo.getByLabel("Password", { exact: true }).fill(JO.password);
  await jo.getByRole("button", { name: "Join" }).click();
  await jo.goto(boardAt());
  await expect(cardIn(jo, "To do", "Write the copy")).toBeVisible();
});

test("J6: a card dragged with the mouse is seen by the others without a reload", async () => {
  await amara.goto(boardAt());
  await expect(cardIn(amara, "To do", "Write the copy")).toBeVisible();
  await amara.evaluate(() => Object.assign(window, { sameDocument: true }));

  await drag(jo, cardIn(jo, "To do", "Write the copy"), lane(jo, "Doing"));
  await expect(cardIn(jo, "Doing", "Write the copy")).toBeVisible();
  await expect(cardIn(amara, "Doing", "Write the copy")).toBeVisible();
  await expect(cardIn(amara, "To do", "Write the copy")).toHaveCount(0);
  expect(await amara.evaluate(() => "sameDocument" in window)).toBe(true);
  await expect.poll(() => columnOf("Write the copy")).toBe("Doing");
});

test("J6: cards are made and moved with the keyboard alone", async () => {
  await jo.goto(boardAt());
  await expect(cardIn(jo, "To do", "Choose pictures")).toBeVisible();
  await jo.keyboard.press("c");
  await expect(jo.getByRole("combobox", { name: "New card" })).toBeFocused();
  await jo.keyboard.type("Ask for logos @jo !high ~4h ");
  await jo.keyboard.press("Enter");
  const made = cardIn(jo, "To do", "Ask for logos");
  await expect(made).toBeVisible();
  await expect(made).toContainText("High");
  await expect(made).toContainText("4 h");
  await expect(made.getByRole("img", { name: JO.name })).toBeVisible();

  await jo.keyboard.press("Escape");
  await jo.locator("article").filter({ hasText: "Ask for logos" }).getByRole("link").focus();
  await jo.keyboard.press("Shift+ArrowRight");
  await expect(cardIn(jo, "Doing", "Ask for logos").getByRole("link")).toBeFocused();
  await jo.keyboard.press("s");
  const dialog = jo.getByRole("dialog", { name: /Move ACME-/ });
  await expect(dialog.getByLabel("Column")).toBeFocused();
  await jo.keyboard.type("Done");
  await tabTo(jo, dialog.getByRole("button", { name: "Move", exact: true }));
  await jo.keyboard.press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(cardIn(jo, "Done", "Ask for logos")).toBeVisible();
  await expect.poll(() => columnOf("Ask for logos")).toBe("Done");

  await jo.keyboard.press("Control+z");
  await expect(cardIn(jo, "Doing", "Ask for logos")).toBeVisible();
});

test("J6: done cards move the progress of their milestone, also where somebody is looking", async () => {
  await amara.goto(`${milepost.url}/p/acme`);
  const next = amara.getByRole("region", { name: "Pages are written" });
  await expect(next).toContainText("0 of 3 cards done");
  await jo.locator("article").filter({ hasText: "Check the forms" }).getByRole("link").focus();
  await jo.keyboard.press("Shift+ArrowRight");
  await expect(cardIn(jo, "Doing", "Check the forms")).toBeVisible();
  await jo.keyboard.press("Shift+ArrowRight");
  await expect(cardIn(jo, "Done", "Check the forms")).toBeVisible();
  await expect(next).toContainText("1 of 3 cards done");
  await amara.goto(`${milepost.url}/m/ACME-M1`);
  await expect(amara.getByText(/1 of 3/).first()).toBeVisible();
});

test("R01, J6: the second of two editors is told, sees both texts and loses none", async () => {
  const id = cards.get("Write the copy");
  const ref = await refOf("Write the copy");
  for (const page of [amara, jo]) {
    await page.goto(`${milepost.url}/c/${ref}`);
    await page.getByRole("button", { name: "Write a description" }).click();
  }
  await amara.getByRole("textbox", { name: "Description" }).fill("Words of Amara");
  await jo.getByRole("textbox", { name: "Description" }).fill("Words of Jo");
  await amara.getByRole("button", { name: "Save", exact: true }).click();
  await expect(amara.getByRole("button", { name: "Edit description" })).toBeVisible();

  await jo.getByRole("button", { name: "Save", exact: true }).click();
  await expect(jo.getByRole("alert")).toContainText("nothing is lost");
  await expect(jo.getByRole("textbox", { name: "Theirs, saved" })).toHaveValue("Words of Amara");
  await expect(jo.getByRole("textbox", { name: "Yours" })).toHaveValue("Words of Jo");
  expect((await owner.call<{ body: string }>("GET", `/cards/${id}`)).body).toBe("Words of Amara");

  await jo.getByRole("textbox", { name: "Yours" }).fill("Words of Amara and Jo");
  await jo.getByRole("button", { name: "Save mine instead" }).click();
  await expect(jo.getByText("Words of Amara and Jo")).toBeVisible();
  await expect(amara.getByText("Words of Amara and Jo")).toBeVisible();
});

test("J6: whoever is mentioned gets one mail, however often the comment is edited", async () => {
  const ref = await refOf("Choose pictures");
  await amara.goto(`${milepost.url}/c/${ref}`);
  const field = amara.getByRole("textbox", { name: "Comment for the team" });
  await field.pressSequentially("Which ones, @Jo");
  await amara.getByRole("option", { name: JO.name }).click();
  await expect(field).toHaveValue(`Which ones, @${JO.name} `);
  await field.press("Control+Enter");
  await expect(amara.getByText(`Which ones, @${JO.name}`)).toBeVisible();
  await expect.poll(() => mailsTo(JO.email), { timeout: 30_000 }).toBe(1);

  await amara.getByRole("button", { name: "Edit", exact: true }).click();
  await amara.getByRole("textbox", { name: "Your comment" }).fill(`Which of these, @${JO.name}?`);
  await amara.getByRole("button", { name: "Save", exact: true }).click();
  await expect(amara.getByText(`Which of these, @${JO.name}?`)).toBeVisible();

  // Mails are written in the order of what happened: the answer's comes after whatever the edit would have made.
  const { id: me } = (await owner.call<{ person: { id: string } }>("GET", "/me")).person;
  await (await signIn(milepost.url, JO)).call("POST", "/comments", {
    subject: { kind: "card", id: cards.get("Choose pictures") },
    body: "All of them, @Amara Okafor",
    mentions: [me],
  });
  await expect(amara.getByText("All of them, @Amara Okafor")).toBeVisible();
  await expect.poll(() => mailsTo("amara@example.test"), { timeout: 30_000 }).toBe(1);
  expect(await mailsTo(JO.email)).toBe(1);
});

test("J6: a line that breaks keeps the page and the text, and refuses moves in words", async () => {
  await amara.goto(boardAt());
  await expect(lane(amara, "To do")).toBeVisible();
  // Messages and dialogs are fetched once the page is at rest.
  await amara.waitForTimeout(4_500);
  await amara.context().setOffline(true);
  await expect(amara.getByText("No connection to the server.")).toBeVisible();
  await amara.keyboard.press("j");
  await amara.keyboard.press(">");
  await expect(amara.getByText("Move it again when the line is back.")).toBeVisible();
  await amara.keyboard.press("c");
  const line = amara.getByRole("combobox", { name: "New card" });
  await line.fill("Written on the train");
  await line.press("Enter");
  await expect(amara.getByText("What you typed is still here")).toBeVisible();
  await amara.context().setOffline(false);
  await expect(amara.getByText("No connection to the server.")).toHaveCount(0, { timeout: 20_000 });
  await line.press("Enter");
  await expect.poll(() => columnOf("Written on the train")).toBeTruthy();
});

test("J6: on a phone a finger that rests on a card carries it, and one that moves scrolls", async ({
  browser,
}) => {
  const { columns } = await board();
  for (const title of ["First by hand", "Second by hand"])
    await owner.call("POST", `/projects/${projectId}/cards`, { title, columnId: columns[0]?.id });
  const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
  const page = await (await windowOf(browser, milepost.url, owner, phone)).newPage();
  await page.goto(boardAt());
  const [first, second] = ["First by hand", "Second by hand"].map((title) => cardIn(page, "To do", title));
  if (!first || !second) throw new Error("no cards");
  const order = () => lane(page, "To do").locator("article a", { hasText: "by hand" }).allTextContents();
  await expect.poll(order).toEqual(["First by hand", "Second by hand"]);

  await swipe(page, first, second, 0);
  await expect(page).toHaveURL(boardAt());
  expect(await order()).toEqual(["First by hand", "Second by hand"]);
  await swipe(page, first, second, 400);
  await expect.poll(order).toEqual(["Second by hand", "First by hand"]);
  await expect(page).toHaveURL(boardAt());
  await page.getByRole("button", { name: "Undo" }).tap();
  await expect.poll(order).toEqual(["First by hand", "Second by hand"]);
  await page.context().close();
});

interface Board {
  columns: { id: string; name: string }[];
  cards: { id: string; number: number; title: string; columnId: string }[];
}

function board(): Promise<Board> {
  return owner.call<Board>("GET", `/projects/${projectId}/board`);
}

async function columnOf(title: string): Promise<string | undefined> {
  const { columns, cards: all } = await board();
  const at = all.find((card) => card.title === title)?.columnId;
  return columns.find(({ id }) => id === at)?.name;
}

async function refOf(title: string): Promise<string> {
  return `ACME-${(await board()).cards.find((card) => card.title === title)?.number}`;
}

async function mailsTo(email: string): Promise<number> {
  const { items } = await owner.call<{ items: { to: string; kind: string }[] }>("GET", "/mails");
  return items.filter(({ to, kind }) => to === email && kind === "mention").length;
}

function boardAt(): string {
  return `${milepost.url}/p/acme/board`;
}

function lane(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

function cardIn(page: Page, column: string, title: string): Locator {
  return lane(page, column).locator("article").filter({ hasText: title });
}

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Tab");
    await expect(wanted).toBeFocused({ timeout: 100 });
  }).toPass();
}

/** The pointer rests above the column before it lets go, as a hand does. */
async function drag(page: Page, from: Locator, to: Locator): Promise<void> {
  await from.hover();
  await page.mouse.down();
  await to.hover({ position: { x: 120, y: 100 } });
  await to.hover({ position: { x: 120, y: 120 } });
  await page.mouse.up();
  await page.mouse.move(5, 5);
}

/** A finger goes down on one card, rests, and is lifted below another. */
async function swipe(page: Page, from: Locator, to: Locator, restMs: number): Promise<void> {
  const [start, end] = [await from.boundingBox(), await to.boundingBox()];
  if (!start || !end) throw new Error("not in the window");
  const session = await page.context().newCDPSession(page);
  const finger = (type: "touchStart" | "touchMove" | "touchEnd", y?: number) =>
    session.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: y === undefined ? [] : [{ x: start.x + 80, y }],
    });
  const [top, bottom] = [start.y + 30, end.y + end.height + 10];
  await finger("touchStart", top);
  await page.waitForTimeout(restMs);
  for (let step = 1; step <= 10; step += 1) {
    await finger("touchMove", top + ((bottom - top) * step) / 10);
    await page.waitForTimeout(20);
  }
  await finger("touchEnd");
}
