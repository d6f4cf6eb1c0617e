import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, join, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

let milepost: Milepost;
let amara: Page;
let jo: Page;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  const owner: Api = await setUp(milepost.url);
  const project = { name: "Rosa Bakery", key: "ROSA" };
  const { id } = await owner.call<{ id: string }>("POST", "/projects", project);
  const joined = await join(milepost.url, owner, JO, id);
  amara = await (await windowOf(browser, milepost.url, owner)).newPage();
  jo = await (await windowOf(browser, milepost.url, joined)).newPage();
});

test.afterAll(async () => {
  await milepost.stop();
  milepost.remove();
});

test("a message that is being written outlives a reload, and reaches the inbox of the team", async () => {
  await amara.goto(`${milepost.url}/p/rosa/updates`);
  await amara.getByLabel("What it is about").fill("Photographs on Wednesday");
  await amara.getByLabel("Message", { exact: true }).fill("Lena comes at **eight**.");
  await amara.reload();
  await expect(amara.getByLabel("Message", { exact: true })).toHaveValue("Lena comes at **eight**.");
  await amara.getByRole("button", { name: "Send", exact: true }).click();
  await expect(amara.getByRole("link", { name: "Photographs on Wednesday", exact: true })).toBeVisible();
  await jo.goto(`${milepost.url}/inbox`);
  await expect(jo.getByRole("button", { name: "Photographs on Wednesday" })).toContainText(
    "wrote to the project",
  );
});

test("it is answered and reacted to on its own page, and both appear where it is open", async () => {
  await amara.getByRole("link", { name: "Photographs on Wednesday", exact: true }).click();
  await expect(amara.getByRole("heading", { name: "Photographs on Wednesday" })).toBeVisible();
  await jo.goto(amara.url());
  await jo.getByRole("button", { name: "React" }).click();
  await jo.getByRole("button", { name: "Celebrate" }).click();
  await expect(amara.getByRole("button", { name: /^Celebrate: Jo/ })).toBeVisible();
  await jo.getByLabel("Comment for the team").fill("I bring the table.");
  await jo.getByRole("button", { name: "Send", exact: true }).click();
  await expect(amara.getByText("I bring the table.")).toBeVisible();
});

test("a message that was deleted comes back with its answers", async () => {
  await amara.getByRole("button", { name: "Delete message" }).click();
  await expect(amara.getByText("Nobody has written to the project yet.")).toBeVisible();
  await amara.getByRole("button", { name: "Undo" }).click();
  await expect(amara.getByRole("link", { name: "1 answer: Photographs on Wednesday" })).toBeVisible();
});
