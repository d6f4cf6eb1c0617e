import { expect, type Page, test } from "@playwright/test";
import { type Api, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { projectOfRosa } from "./client-project.ts";
import { type Milepost, startMilepost } from "./milepost.ts";
import { JO, join, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

let milepost: Milepost;
let amara: Page;
let jo: Page;
let owner: Api;

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  milepost = await startMilepost();
  owner = await setUp(milepost.url);
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

test("a message names who will read it, outlives a reload, and reaches the inbox of the team", async () => {
  await amara.goto(`${milepost.url}/p/rosa/updates`);
  await amara.getByRole("link", { name: "Write a message" }).click();
  await expect(amara.getByRole("region", { name: "Who will read it" })).toContainText(JO.name);
  await amara.getByLabel("What it is about").fill("Photographs on Wednesday");
  await amara.getByLabel("Message", { exact: true }).fill("Lena comes at **eight**.");
  await amara.reload();
  await expect(amara.getByLabel("Message", { exact: true })).toHaveValue("Lena comes at **eight**.");
  expect(await violations(amara, "write a message")).toEqual([]);
  await amara.getByRole("button", { name: "Send to the team" }).click();
  await expect(amara.getByRole("heading", { name: "Photographs on Wednesday" })).toBeVisible();
  await jo.goto(`${milepost.url}/inbox`);
  await expect(jo.getByRole("button", { name: "Photographs on Wednesday" })).toContainText(
    "wrote to the project",
  );
});

test("it is answered and reacted to on its own page, and both appear where it is open", async () => {
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

test("a group made in the settings is named in a message, and each of it hears of it", async () => {
  await amara.goto(`${milepost.url}/settings/people`);
  await amara.getByRole("button", { name: "Add a group" }).click();
  await amara.getByLabel("Name", { exact: true }).fill("designers");
  await amara.getByRole("combobox", { name: "Members" }).click();
  await amara.getByRole("option", { name: JO.name }).click();
  await amara.keyboard.press("Escape");
  await amara.getByRole("button", { name: "Save" }).click();
  await expect(amara.getByText("@designers", { exact: true })).toBeVisible();
  await amara.goto(`${milepost.url}/p/rosa/updates/new`);
  await amara.getByLabel("What it is about").fill("New typeface");
  await amara.getByLabel("Message", { exact: true }).pressSequentially("For @des");
  await amara.getByRole("option", { name: "designers" }).click();
  await expect(amara.getByLabel("Message", { exact: true })).toHaveValue("For @designers ");
  await amara.getByRole("button", { name: "Send to the team" }).click();
  await jo.goto(`${milepost.url}/inbox`);
  await expect(jo.getByRole("button", { name: "New typeface" })).toContainText("mentioned you");
});

test("whoever names the client among the team is asked first, and the choice outlives a reload", async () => {
  await projectOfRosa(owner);
  await amara.goto(`${milepost.url}/p/ros/updates/new`);
  await amara.getByLabel("What it is about").fill("Opening hours");
  await amara.getByLabel("Message", { exact: true }).pressSequentially("We need them, @Dan");
  await amara.getByRole("option", { name: /Dana Reyes/ }).click();
  await expect(amara.getByText(/^Dana Reyes is at the client and does not see/)).toBeVisible();
  expect(await violations(amara, "asked first")).toEqual([]);
  await amara.getByRole("button", { name: "Let the client read it" }).click();
  const readers = amara.getByRole("region", { name: "Who will read it" });
  await expect(readers).toContainText("Dana Reyes and Lee Marsh");
  await amara.reload();
  await expect(amara.getByRole("radio", { name: "Team and client" })).toBeChecked();
  await amara.getByRole("button", { name: "Send to team and client" }).click();
  await expect(amara.getByRole("heading", { name: "Opening hours" })).toBeVisible();
  await amara.getByRole("button", { name: "Undo" }).click();
  await expect(amara.getByText(/^Nobody has written to the project yet/)).toBeVisible();
});
