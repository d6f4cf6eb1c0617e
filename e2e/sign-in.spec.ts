import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import { totpOf } from "../packages/server/src/testing/totp.ts";
import { OWNER, setUp } from "./account.ts";
import { violations } from "./axe.ts";
import { type Milepost, startMilepost } from "./milepost.ts";

test.describe.configure({ mode: "serial" });

let milepost: Milepost;
let context: BrowserContext;
let page: Page;
let app = "";
let backupCodes: string[] = [];
let password = OWNER.password;

test.beforeAll(async ({ browser }) => {
  milepost = await startMilepost();
  await setUp(milepost.url);
  context = await browser.newContext();
  page = await context.newPage();
});
test.afterAll(async () => {
  await context.close();
  await milepost.stop();
  milepost.remove();
});

test("a wrong password says so and keeps the address, the right one leads where somebody wanted to go", async () => {
  await page.goto(`${milepost.url}/settings/security`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expect(page.getByLabel("Mail address")).toBeFocused();
  await signIn("not this one at all");
  await expect(page.getByLabel("Mail address")).toHaveValue(OWNER.email);
  await expect(page.getByRole("alert").first()).toBeVisible();
  const field = page.getByLabel("Password", { exact: true });
  await expect(field).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(field).toHaveAttribute("type", "text");
  await expect(page.getByRole("button", { name: "Hide password" })).toBeFocused();
  await signIn(password);
  await expect(page).toHaveURL(/\/settings\/security$/);
});

test("the second step is set up with an app, asked for at the next sign-in, and a backup code opens once", async () => {
  await page.getByLabel("Your password").fill(password);
  await page.getByRole("button", { name: "Set it up" }).click();
  app = (await page.getByRole("link", { name: "Open in an authenticator app" }).getAttribute("href")) ?? "";
  backupCodes = (await page.locator("pre").first().innerText()).split("\n");
  await page.getByLabel(/six digits/).fill(totpOf(app));
  await page.getByRole("button", { name: "Turn it on" }).click();
  await expect(page.getByText("It is on.")).toBeVisible();

  await signOut();
  await signIn(password);
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
  expect(await violations(page, "code step")).toEqual([]);
  await code("000000");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await code(totpOf(app, 1));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page).not.toHaveURL(/signin/);

  await signOut();
  await signIn(password);
  await code(backupCodes[0]);
  await expect(page).not.toHaveURL(/signin/);
  await signOut();
  await signIn(password);
  await code(backupCodes[0]);
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
});

test("a passkey is made in the settings and signs in without password and code", async () => {
  await page.goto(`${milepost.url}/signin`);
  await signIn(password);
  await code(backupCodes[1]);
  await expect(page).not.toHaveURL(/signin/);
  const key = await context.newCDPSession(page);
  await key.send("WebAuthn.enable");
  await key.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${milepost.url}/settings/security`);
  await page.getByLabel("Name of the new passkey").fill("Laptop");
  await page.getByRole("button", { name: "Add passkey" }).click();
  await expect(page.getByRole("button", { name: "Remove Laptop" })).toBeVisible();

  await signOut();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).not.toHaveURL(/signin/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("a reset link from the command line sets a new password once and ends every session", async () => {
  const link = milepostCommand("user", "reset-password", OWNER.email).match(/https?:\/\/\S+/)?.[0] ?? "";
  await page.goto(link);
  password = "eight slow lanterns";
  await page.getByLabel("New password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.goto(link);
  await expect(page.getByRole("heading", { name: "This link is no longer valid" })).toBeVisible();
  await page.goto(`${milepost.url}/portfolio`);
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await signIn(OWNER.password);
  await expect(page.getByRole("alert").first()).toBeVisible();
  await signIn(password);
  await expect(page.getByRole("heading", { name: "One more step" })).toBeVisible();
});

async function signIn(secret: string): Promise<void> {
  await page.getByLabel("Mail address").fill(OWNER.email);
  await page.getByLabel("Password", { exact: true }).fill(secret);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function code(digits = ""): Promise<void> {
  await page.getByLabel("Code").fill(digits);
  await page.getByRole("button", { name: "Continue" }).click();
}

async function signOut(): Promise<void> {
  await page.getByRole("button", { name: /your menu/ }).click();
  await page.getByRole("menuitem", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
}

function milepostCommand(...args: string[]): string {
  const cli = fileURLToPath(new URL("../packages/server/dist/cli.js", import.meta.url));
  const env = { ...process.env, MILEPOST_DATA: milepost.dataDir, BASE_URL: milepost.url };
  return spawnSync(process.execPath, [cli, ...args], { env, encoding: "utf8" }).stdout;
}
