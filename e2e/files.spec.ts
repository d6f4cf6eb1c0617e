import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

let milepost: Milepost;
let amara: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  const owner: Api = await setUp(milepost.url);
  const { id } = await owner.call<{ id: string }>("POST", "/projects", { name: "Rosa Bakery", key: "ROSA" });
  await owner.call("POST", `/projects/${id}/cards`, { title: "Write the menu", dueOn: "2027-06-11" });
  amara = await (await windowOf(browser, milepost.url, owner)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

const file = (name: string, text = name) => ({ name, mimeType: "text/plain", buffer: Buffer.from(text) });

/** As the desktop does it: over the page, and let go. */
async function dropOn(page: Page, name: string, bytes = 4) {
  const carried = await page.evaluateHandle(
    ([name, bytes]) => {
      const data = new DataTransfer();
      data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    [name, bytes] as const,
  );
  const place = page.locator("main");
  for (const type of ["dragenter", "dragover", "drop"])
    await place.dispatchEvent(type, { dataTransfer: carried });
}

test("files are kept in folders, moved together, and one undo brings them back", async () => {
  await amara.goto(`${milepost.url}/p/rosa/files`);
  await expect(amara.getByText("What do you keep together here?")).toBeVisible();
  expect(await violations(amara, "files")).toEqual([]);
  const chooser = amara.waitForEvent("filechooser");
  await amara.getByRole("button", { name: "Add files" }).click();
  await (await chooser).setFiles([file("brief.txt"), file("menu.txt", "Bread, cake")]);
  await expect(amara.getByRole("link", { name: "menu.txt" })).toBeVisible();
  await amara.getByRole("button", { name: "New folder" }).click();
  await amara.getByRole("textbox", { name: "Name" }).fill("Texts");
  await amara.getByRole("button", { name: "Make folder" }).click();
  await amara.getByLabel("Select brief.txt").check();
  await amara.getByLabel("Select menu.txt").check();
  await amara
    .getByRole("toolbar", { name: "Selected files" })
    .getByRole("button", { name: "Move to…" })
    .click();
  await amara.getByLabel("Folder", { exact: true }).selectOption({ label: "Texts" });
  await amara.getByRole("button", { name: "Move", exact: true }).click();
  await expect(amara.getByRole("link", { name: "menu.txt" })).toBeHidden();
  await amara.getByRole("button", { name: "Undo" }).click();
  await expect(amara.getByRole("link", { name: "menu.txt" })).toBeVisible();
  expect(await violations(amara, "files")).toEqual([]);
});

test("text is read on the page, and names are found whatever folder is open", async () => {
  await amara.getByRole("button", { name: "Show menu.txt" }).click();
  await expect(amara.getByRole("textbox", { name: "menu.txt" })).toHaveValue("Bread, cake");
  await amara.keyboard.press("Escape");
  await amara.getByRole("link", { name: "Texts" }).click();
  await expect(amara.getByText("This folder is empty")).toBeVisible();
  await amara.getByLabel("Search in the names of all versions").fill("BRIEF");
  await expect(amara.getByRole("link", { name: "brief.txt" })).toBeVisible();
  await expect(amara).toHaveURL(/q=BRIEF/);
});

test("a file that was found opens among the files", async () => {
  const hit = amara.getByRole("link", { name: "menu.txt" });
  await expect(async () => {
    await amara.goto(`${milepost.url}/search?q=menu`);
    await expect(hit).toBeVisible({ timeout: 3_000 });
  }).toPass();
  await hit.click();
  await expect(amara).toHaveURL(/p\/rosa\/files\?/);
  await expect(amara.getByRole("textbox", { name: "menu.txt" })).toHaveValue("Bread, cake");
});

test("a file from the desktop lands in the folder that is open, and what is too large is told", async () => {
  await amara.goto(`${milepost.url}/p/rosa/files`);
  await amara.getByRole("link", { name: "Texts" }).click();
  await expect(amara.getByText("This folder is empty")).toBeVisible();
  await dropOn(amara, "plan.txt");
  await expect(amara.getByRole("link", { name: "plan.txt" })).toBeVisible();
  await amara.reload();
  await expect(amara.getByRole("link", { name: "plan.txt" })).toBeVisible();
  await dropOn(amara, "film.mov", 101 * 1_048_576);
  await expect(amara.getByRole("alert")).toContainText("film.mov");
  await expect(amara.getByRole("alert")).toContainText("Larger than 100 MB");
});

test("a door leads outside from the overview", async () => {
  await amara.goto(`${milepost.url}/p/rosa`);
  await amara.getByRole("button", { name: "Add a door" }).click();
  await amara.getByLabel("Address").fill("https://design.example.test/rosa");
  await amara.getByRole("textbox", { name: "Name" }).fill(`Designs ${"of all pages ".repeat(5)}`);
  await amara.getByRole("button", { name: "Add door" }).click();
  const door = amara.getByRole("link", { name: /^Designs/ });
  await expect(door).toHaveAttribute("href", "https://design.example.test/rosa");
  await expect(door).toHaveAttribute("rel", "noopener noreferrer");
  await amara.setViewportSize({ width: 390, height: 844 });
  const beyond = () => amara.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  await expect.poll(beyond).toBeLessThanOrEqual(0);
  await amara.setViewportSize({ width: 1280, height: 720 });
});

test("what a message points at shows title and state, and what nobody may see stays as it was written", async () => {
  await amara.goto(`${milepost.url}/p/rosa/updates/new`);
  await amara.getByLabel("What it is about").fill("Texts");
  await amara
    .getByLabel("Message", { exact: true })
    .fill(`First ROSA-1, then ROSA-99. ${milepost.url}/p/ROSA ${milepost.url}/c/NOPE-1`);
  await amara.getByRole("button", { name: "Send to the team" }).click();
  await expect(amara.getByRole("heading", { name: "Texts" })).toBeVisible();
  const card = amara.getByRole("link", { name: /ROSA-1 Write the menu/ });
  await expect(card).toHaveAttribute("href", "/c/ROSA-1");
  await expect(amara.getByText("then ROSA-99.")).toBeVisible();
  await expect(amara.getByRole("link", { name: "Rosa Bakery · Draft" })).toBeVisible();
  await expect(amara.getByRole("link", { name: `${milepost.url}/c/NOPE-1` })).toBeVisible();
  await card.click();
  await expect(amara).toHaveURL(/c\/ROSA-1/);
  await expect(amara.getByRole("textbox", { name: "Title" })).toHaveValue("Write the menu");
});
