import { expect, type Page, test } from "@playwright/test";
import type { Api } from "./account.ts";
import { signIn } from "./account.ts";
import { violations } from "./axe.ts";
import { type Stage, stageWith, windowOf } from "./team.ts";

test.describe.configure({ mode: "serial" });

const GUEST = { name: "Gil Moreau", email: "gil@example.test", password: "nine slow bridges" };

let stage: Stage;
let page: Page;
let guest: Api;
let opening: { id: string; number: number };

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000);
  stage = await stageWith(browser, { name: "Rosa Bakery", key: "ROSA" });
  const { owner, projectId } = stage;
  page = stage.page;
  guest = await joinAsGuest();
  const { person } = await guest.call<{ person: { id: string } }>("GET", "/me");
  const card = (body: object) =>
    owner.call<{ id: string; number: number }>("POST", `/projects/${projectId}/cards`, body);
  opening = await card({ title: "Opening hours for Müller's café" });
  await card({ title: "Photograph the oven", people: [person.id] });
  const about = { subject: { kind: "card", id: opening.id }, audience: "team" };
  await owner.call("POST", "/comments", { ...about, body: "The sourdough comes at seven", mentions: [] });
  await upload("price-list-summer.txt");
});

test.afterAll(async () => {
  await stage.milepost.stop();
  stage.milepost.remove();
});

async function joinAsGuest(): Promise<Api> {
  const { owner, projectId, milepost } = stage;
  const invitation = { email: GUEST.email, role: "guest", projectIds: [projectId] };
  const { id } = await owner.call<{ id: string }>("POST", "/invitations", invitation);
  const link = await owner.call<{ url: string }>("POST", `/invitations/${id}/link`);
  const { name, password } = GUEST;
  await owner.call("POST", "/invitations/accept", { token: link.url.split("/").at(-1), name, password });
  return signIn(milepost.url, GUEST);
}

async function upload(name: string): Promise<void> {
  const body = new FormData();
  body.set("subjectKind", "project");
  body.set("subjectId", stage.projectId);
  body.set("file", new Blob(["prices"]), name);
  const answer = await fetch(`${stage.milepost.url}/api/v1/files`, {
    method: "POST",
    body,
    headers: { cookie: stage.owner.cookie },
  });
  expect(answer.status).toBe(201);
}

const menu = () => page.getByRole("combobox", { name: "Command menu" });
const option = (name: RegExp | string) => page.getByRole("option", { name });

/** Search follows what is written within a second: what is not there yet is asked for again. */
async function type(words: string, expected: RegExp): Promise<void> {
  await expect(async () => {
    await menu().fill("");
    await menu().fill(words);
    await expect(option(expected).first()).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("everything is found from anywhere: by a slip, without accents, by what was said, by a file's name", async () => {
  await page.goto(`${stage.milepost.url}/today`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await page.keyboard.press("/");
  await expect(menu()).toBeFocused();
  await type("opneing", /Opening hours for Müller's café/);
  await type("mueller cafe", /Opening hours for Müller's café/);
  await type("sourdough", /Amara Okafor: The sourdough comes at seven.*on ROSA-1/);
  await type("summer price", /price-list-summer\.txt.*File/);
  expect(await violations(page, "command menu")).toEqual([]);
});

test("a number goes straight to its card, which is then among what was opened last", async () => {
  await type(`rosa-${opening.number}`, /Opening hours/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`/c/ROSA-${opening.number}$`));
  await expect(page.getByRole("heading", { level: 1, name: `ROSA-${opening.number}` })).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await expect(page.getByRole("group", { name: "Recent" }).getByRole("option")).toContainText([
    /Opening hours/,
  ]);
});

test("what the page can do and where one can go stands above what was found, and the arrows walk through all", async () => {
  await page.goto(`${stage.milepost.url}/p/rosa/board`);
  await expect(page.getByText("Photograph the oven")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await type("new card", /^New card/);
  await page.keyboard.press("Enter");
  await expect(menu()).toBeHidden();
  await expect(page.getByRole("combobox", { name: "New card" })).toBeFocused();
  await page.keyboard.press("Escape");
  await page.keyboard.press("ControlOrMeta+k");
  await type("ro", /Rosa Bakery \(ROSA\)/);
  const first = option(/./).first();
  await expect(first).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(first).toHaveAttribute("aria-selected", "false");
  await page.keyboard.press("Escape");
});

test("all results stand on a page whose address has the filters, and a search can be kept", async () => {
  await page.keyboard.press("ControlOrMeta+k");
  await type("oven", /Photograph the oven/);
  await option(/Everything with/).click();
  await expect(page).toHaveURL(/\/search\?q=oven/);
  const found = page.getByRole("list", { name: "Found" });
  await expect(found.getByRole("listitem")).toHaveText([/Photograph the oven/]);
  await page.getByRole("button", { name: "Files", exact: true }).click();
  await expect(page).toHaveURL(/kind=files/);
  await expect(page.getByText("Nothing was found with “oven”.")).toBeVisible();
  await page.getByRole("link", { name: "Search everything" }).click();
  await expect(found.getByRole("listitem")).toHaveCount(1);
  await page.getByRole("button", { name: "Save this view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill("About the oven");
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "New search" }).click();
  await expect(page.getByText("What are you looking for?")).toBeVisible();
  await page.getByRole("link", { name: "About the oven" }).click();
  await expect(found.getByRole("listitem")).toHaveText([/Photograph the oven/]);
  expect(await violations(page, "results")).toEqual([]);
});

test("a guest finds their card, and nothing of what others do", async ({ browser }) => {
  const window = await windowOf(browser, stage.milepost.url, guest);
  page = await window.newPage();
  await page.goto(`${stage.milepost.url}/search?q=oven`);
  const found = page.getByRole("list", { name: "Found" });
  await expect(found.getByRole("listitem")).toHaveText([/Photograph the oven/]);
  for (const words of ["opening", "sourdough", "summer", "Amara", `ROSA-${opening.number}`]) {
    await page.getByRole("textbox", { name: "Words" }).fill(words);
    await expect(page.getByText(`Nothing was found with “${words}”.`)).toBeVisible();
  }
  await window.close();
});
